"""Headless Chromium driven through a pipe (its own protocol, JSON messages ended by a zero byte): no port is opened."""

import json
import os
import shutil
import subprocess

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
KEYS = {"Tab": 9, "Enter": 13}


def program():
    """Path of a browser, or null. Where tests must be complete (CI) its absence is a failure."""
    found = next((path for name in PROGRAMS if (path := shutil.which(name))), None)
    assert found or not os.environ.get("CI"), "a browser is needed here: .ci/run installs chromium"
    return found


class Browser:
    """One page of one browser; every request that the page makes is kept in `requests`."""

    def __init__(self, executable, profile):
        their_in, our_out = os.pipe()
        our_in, their_out = os.pipe()
        command = [
            executable,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
        ]
        command += ["--disable-background-networking", "--disable-component-update", "--remote-debugging-pipe"]
        command += ["--host-resolver-rules=MAP * ~NOTFOUND", f"--user-data-dir={profile}", "about:blank"]
        # the browser reads messages from descriptor 3 and writes to 4
        moved = ["bash", "-c", f'exec "$@" 3<&{their_in} 4>&{their_out}', "bash", *command]
        quiet = subprocess.DEVNULL
        self.process = subprocess.Popen(moved, pass_fds=(their_in, their_out), stdout=quiet, stderr=quiet)
        os.close(their_in)
        os.close(their_out)
        self.into, self.out = os.fdopen(our_out, "wb"), os.fdopen(our_in, "rb")
        self.number, self.session, self.rest = 0, None, b""
        self.requests, self.messages, self.events = [], [], []
        target = next(t for t in self.ask("Target.getTargets")["targetInfos"] if t["type"] == "page")
        attached = self.ask("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self.session = attached["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.ask(f"{domain}.enable")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.session = None
        self.ask("Browser.close")
        self.process.wait(10)
        self.into.close()
        self.out.close()

    def ask(self, method, **parameters):
        """The answer to one message; events that come meanwhile are kept."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        self.into.write(json.dumps(message).encode() + b"\0")
        self.into.flush()
        while (answer := self._read()).get("id") != self.number:
            self._keep(answer)
        assert "error" not in answer, (method, answer)
        return answer["result"]

    def _read(self):
        while b"\0" not in self.rest:
            more = os.read(self.out.fileno(), 1 << 16)
            assert more, "the browser has stopped"
            self.rest += more
        one, _, self.rest = self.rest.partition(b"\0")
        return json.loads(one)

    def _keep(self, event):
        name, said = event.get("method"), event.get("params", {})
        self.events.append(name)
        if name == "Network.requestWillBeSent":
            self.requests.append(said["request"]["url"])
        if name in ("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown"):
            self.messages.append(said)

    def open(self, address):
        """Loads a page and waits until everything in it is there."""
        self.events.clear()
        self.ask("Page.navigate", url=address)
        while "Page.loadEventFired" not in self.events:
            self._keep(self._read())

    def value(self, expression):
        """What an expression gives, asked of the page from outside (the page itself runs no script)."""
        answer = self.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def press(self, key):
        """A key as a person presses it."""
        about = {"key": key, "code": key, "windowsVirtualKeyCode": KEYS[key], "nativeVirtualKeyCode": KEYS[key]}
        text = {"text": "\r"} if key == "Enter" else {}
        self.ask("Input.dispatchKeyEvent", type="keyDown", **about, **text)
        self.ask("Input.dispatchKeyEvent", type="keyUp", **about)
