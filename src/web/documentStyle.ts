/**
 * The style of a document's page, for a phone first. On paper the passage has a frame, because printers leave backgrounds out.
 */
export const documentStyle = `
:root {
  color-scheme: light dark;
  --text: #242424; --quiet: #545454; --back: #fff; --line: #d1d1d1; --accent: #1f5d57;
  --cited: #eef5f4; --mark: #fff1b8; --notice: #fdf3e7;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #f0f0f0; --quiet: #bdbdbd; --back: #1f1f1f; --line: #555; --accent: #8ccfc8;
    --cited: #23302e; --mark: #574a12; --notice: #3a2d1c;
  }
}
body {
  margin: 0 auto; padding: 1.25rem 1rem 2.5rem; max-width: 42rem;
  font: 1rem/1.55 'Segoe UI', system-ui, sans-serif; color: var(--text); background: var(--back);
  overflow-wrap: anywhere;
}
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.75rem 0 0.5rem; break-after: avoid; }
h1 { font-size: 1.5rem; margin: 0 0 0.35rem; }
h2 { font-size: 1.25rem; }
h3 { font-size: 1.1rem; }
h4, h5, h6 { font-size: 1rem; }
p, ul, ol, table { margin: 0.6rem 0; }
ul, ol { padding-left: 1.4rem; }
li ul, li ol { margin: 0.15rem 0; }
a { color: var(--accent); }
header { border-bottom: 1px solid var(--line); padding-bottom: 0.75rem; }
footer { border-top: 1px solid var(--line); margin-top: 2rem; }
header p, footer p, .page, .label { color: var(--quiet); font-size: 0.9rem; }
.ways { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; }
.ways a { padding: 0.35rem 0; }
.notice { background: var(--notice); border-left: 4px solid var(--accent); padding: 0.6rem 0.8rem; }
.page { border-top: 1px dashed var(--line); margin-top: 1.5rem; padding-top: 0.25rem; }
.cited {
  background: var(--cited); border-left: 4px solid var(--accent); scroll-margin-top: 6rem;
  margin: 1rem 0; padding: 0.5rem 0.8rem;
}
.cited .label { margin: 0; font-weight: 600; }
mark { background: var(--mark); color: inherit; box-decoration-break: clone; -webkit-box-decoration-break: clone; padding: 0.05em 0; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: 600; background: var(--cited); }
th, td { border: 1px solid var(--line); padding: 0.35rem 0.5rem; vertical-align: top; hyphens: auto; min-width: 6.2em; box-sizing: border-box; }
.table { overflow-x: auto; }
button {
  font: inherit; font-weight: 600; color: var(--back); background: var(--accent); border: 0; border-radius: 4px;
  padding: 0.7rem 1.4rem; margin-top: 0.5rem; cursor: pointer;
}
form label { display: block; font-weight: 600; }
input {
  font: inherit; letter-spacing: 0.1em; color: inherit; background: var(--back); border: 1px solid var(--quiet); border-radius: 4px;
  display: block; padding: 0.6rem 0.7rem; margin: 0.25rem 0 0.5rem; width: 10rem; max-width: 100%; box-sizing: border-box;
}
button:focus-visible, input:focus-visible { outline: 3px solid var(--text); outline-offset: 2px; }
@media (max-width: 30rem) {
  th, td { font-size: 0.85rem; padding: 0.25rem 0.3rem; }
}
@media print {
  :root { --text: #000; --quiet: #333; --back: #fff; --line: #999; --accent: #000; --cited: #fff; --mark: #fff; --notice: #fff; }
  body { max-width: none; padding: 0; font-size: 11pt; }
  .ways, footer { display: none; }
  .cited { border: 1.5pt solid #000; break-inside: avoid; }
  a { text-decoration: none; }
}
`;
