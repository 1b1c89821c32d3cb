"""The report as counsel opens it: a file, no network, only a keyboard, then paper. Driven in headless Chromium."""

import base64
import io
from pathlib import Path
from urllib.parse import unquote, urlparse
from urllib.request import url2pathname

import pytest
from browser import Browser, program
from pypdf import PdfReader
from six_cases import situation

from briefs.build import Options, build


@pytest.fixture(scope="module")
def folder(library, tmp_path_factory):
    place = tmp_path_factory.mktemp("filings")
    built = build(situation("poland-2024", library), Options(filings=("echr-rule39",), pages="none"))
    for name, data in built.files.items():
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_bytes(data)
    return place


@pytest.fixture(scope="module")
def page(folder, tmp_path_factory):
    """The report, opened once; what it asked for is kept from the beginning."""
    executable = program()
    if executable is None:
        pytest.skip("no browser on this machine: the report is not driven here")
    with Browser(executable, tmp_path_factory.mktemp("profile")) as browser:
        browser.open((folder / "counsel-only/report.html").as_uri())
        yield browser


def test_every_link_leads_to_a_place_or_a_file(page):
    links = page.value("[...document.querySelectorAll('a')].map(a => a.href.baseVal || a.href)")
    assert len(links) > 20
    for link in links:
        address = urlparse(link)
        assert address.scheme in ("file", ""), link
        if address.fragment:
            there = f"document.getElementById({unquote(address.fragment)!r}) !== null"
            assert page.value(there), link
        elif address.path:
            assert Path(url2pathname(address.path)).exists(), link


def test_nothing_is_asked_of_anybody_and_no_script_runs(page):
    assert page.requests
    assert all(url.startswith(("file:", "data:")) for url in page.requests), page.requests
    assert page.messages == []
    page.value(
        "(() => { const s = document.createElement('script'); s.text = 'window.ran = 1'; document.body.append(s);"
        " const i = new Image(); i.src = 'https://example.org/x.png'; document.body.append(i);"
        " s.remove(); i.remove() })()"
    )
    assert page.value("window.ran === undefined")
    refused = [said["entry"]["text"] for said in page.messages if "entry" in said]
    assert len(refused) == 2
    assert all("Content Security Policy" in text for text in refused), refused


def test_the_keyboard_reaches_everything(page):
    """First stop: the link past the menu. Then the order of the page; a closed card opens with Enter."""
    page.value("document.activeElement.blur()")
    page.press("Tab")
    assert page.value("document.activeElement.className") == "skip"
    assert page.value("document.activeElement.getBoundingClientRect().left") >= 0
    page.press("Enter")
    page.press("Tab")
    assert page.value("document.querySelector('main').contains(document.activeElement)")
    assert page.value("getComputedStyle(document.activeElement).outlineStyle") != "none"
    assert page.value("[...document.querySelectorAll('[tabindex]')].every(e => e.tabIndex <= 0)")
    closed = "document.querySelectorAll('details:not([open])').length"
    before = page.value(closed)
    assert before
    page.value("document.querySelector('details:not([open]) > summary').focus()")
    page.press("Enter")
    assert page.value(closed) == before - 1


def test_on_paper_every_page_is_headed_as_privileged(page):
    printed = base64.b64decode(page.ask("Page.printToPDF", preferCSSPageSize=True)["data"])
    sheets = [sheet.extract_text() for sheet in PdfReader(io.BytesIO(printed)).pages]
    assert len(sheets) > 3
    for number, sheet in enumerate(sheets, start=1):
        assert "Privileged and confidential" in sheet, number


def test_a_narrow_screen_needs_no_sideways_scrolling(page):
    page.ask("Emulation.setDeviceMetricsOverride", width=390, height=800, deviceScaleFactor=1, mobile=False)
    assert page.value("document.documentElement.scrollWidth") <= 390
    page.ask("Emulation.clearDeviceMetricsOverride")
