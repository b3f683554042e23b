/** Prints, for each `FILE IMPORTED` given, which rules of imports ESLint finds broken: jest cannot load ESLint's own configuration. */
import { ESLint } from 'eslint';

const cwd = new URL('..', import.meta.url).pathname;
const rules = ['import-x/no-restricted-paths', 'no-restricted-imports'];
const eslint = new ESLint({
  cwd,
  // The rules of imports need no types, and a file that is not there has none.
  overrideConfig: { files: ['**/*.ts'], languageOptions: { parserOptions: { project: null } } },
  ruleFilter: ({ ruleId }) => rules.includes(ruleId),
});
for (const [file, imported] of JSON.parse(process.argv[2])) {
  const code = `import { x } from '${imported}';\nexport const y = x;\n`;
  const [{ messages }] = await eslint.lintText(code, { filePath: cwd + file });
  console.log(JSON.stringify(messages.map(({ ruleId, message }) => ruleId ?? message)));
}
