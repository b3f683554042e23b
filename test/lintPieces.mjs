/** Prints, for each `[FILE, CODE]` given, which rules ESLint finds broken: jest cannot load ESLint's own configuration. */
import { ESLint } from 'eslint';

const cwd = new URL('..', import.meta.url).pathname;
const rules = ['import-x/no-restricted-paths', 'no-restricted-imports', 'no-restricted-syntax', 'words/in-catalogue'];
const eslint = new ESLint({
  cwd,
  // These rules need no types, and a file that is not there has none.
  overrideConfig: { files: ['**/*.ts'], languageOptions: { parserOptions: { project: null } } },
  ruleFilter: ({ ruleId }) => rules.includes(ruleId),
});
for (const [file, code] of JSON.parse(process.argv[2])) {
  const [{ messages }] = await eslint.lintText(code, { filePath: cwd + file });
  console.log(JSON.stringify(messages.map(({ ruleId, message }) => ruleId ?? message)));
}
