// Compiles the stylesheet through Sass's own interface: its command line needs a newer Node than Debian 12 has.
// usage: node compile-styles.mjs FROM TO
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { compile, NodePackageImporter } from "sass";

const [from, to] = process.argv.slice(2);
const { css } = compile(from, { style: "compressed", importers: [new NodePackageImporter(import.meta.dirname ?? process.cwd())] });
mkdirSync(dirname(to), { recursive: true });
writeFileSync(to, css);
