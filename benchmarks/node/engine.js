// One engine, one template, one case. A line on standard input asks for one document: it is filled from the bytes of the
// template, as the engine's own manual does it, and its length is answered. "save" writes the last one.
const fs = require("fs");
const readline = require("readline");
const [, , engine, template, data, output] = process.argv;
const values = JSON.parse(fs.readFileSync(data));
const bytes = fs.readFileSync(template);

const engines = {
  docxtemplater: () => {
    const PizZip = require("pizzip");
    const Docxtemplater = require("docxtemplater");
    return async () => {
      const filled = new Docxtemplater(new PizZip(bytes), { paragraphLoop: true, linebreaks: true });
      filled.render(values);
      return filled.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
    };
  },
  "easy-template-x": () => {
    const { TemplateHandler } = require("easy-template-x");
    const handler = new TemplateHandler();
    return async () => handler.process(bytes, values);
  },
  carbone: () => {
    const carbone = require("carbone");
    return () => new Promise((done, failed) =>
      carbone.render(template, values, {}, (error, result) => (error ? failed(error) : done(result))));
  },
};

const one = engines[engine]();
let last = null;
(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    if (line === "save") fs.writeFileSync(output, last);
    else last = await one();
    const peak = Math.round(process.resourceUsage().maxRSS / 1024);
    process.stdout.write(JSON.stringify({ bytes: last.length, peak }) + "\n");
  }
  process.exit(0);
})();
