// Builds the islands into the package, and says beside them what they were made of.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "..", "src", "sayso", "web", "static", "islands");
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: ["src/chronology.ts", "src/network.ts"],
  outdir: out,
  bundle: true,
  splitting: true,
  chunkNames: "shared",
  format: "esm",
  target: "es2022",
  charset: "utf8",
  // Names and lines are kept: whoever audits the wheel can read what runs.
  minifySyntax: true,
  legalComments: "none",
  metafile: true,
});

const packages = new Set();
for (const file of Object.keys(metafile.inputs)) {
  const inside = file.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//);
  if (inside) packages.add(inside[1]);
}
const licences = [...packages].sort().map((name) => {
  const folder = join(here, "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const text = readFileSync(join(folder, readdirSync(folder).find((file) => /^licen[cs]e/i.test(file))), "utf8");
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
});
writeFileSync(
  join(out, "LICENSES.txt"),
  `The scripts in this folder hold code of these packages.\n\n${licences.join(`\n${"-".repeat(72)}\n\n`)}`,
);

// As sha256sum writes them, from the folder above `frontend/`.
const root = join(here, "..");
const files = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
const made = ["build.mjs", "package.json", "package-lock.json", "tsconfig.json"].map((name) => join(here, name));
const listed = [...made, ...files(join(here, "src")), ...files(out)];
const lines = listed
  .map((file) => [relative(root, file).split(sep).join("/"), createHash("sha256").update(readFileSync(file)).digest("hex")])
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, digest]) => `${digest}  ${name}\n`);
writeFileSync(join(out, "SHA256SUMS"), lines.join(""));

for (const [file, { bytes }] of Object.entries(metafile.outputs)) console.log(`${(bytes / 1024).toFixed(1)} kB  ${file}`);
