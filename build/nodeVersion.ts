/** Says so and ends the process under a Node older than 24, where the SQLite driver crashes without a word. */
export function requireNode24(): void {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= 24) return;
  console.error(
    `Twovoice needs Node 24; this is ${process.version}. Run it through npm (npm start, npm test): npm ci brings its own Node.`,
  );
  process.exit(1);
}
