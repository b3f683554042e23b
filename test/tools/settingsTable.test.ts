import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/shared/config';
import { settingsTable, withSettingsTable } from '../../tools/settings/table';

const read = (file: string) => readFileSync(path.join(projectRoot, file), 'utf8');

describe('the table of settings in docs/operations.md', () => {
  it('is what the schema says: run `npm run settings` where this fails', () => {
    const page = read('docs/operations.md');
    expect(withSettingsTable(page)).toBe(page);
  });

  it('has a row for each setting, with its default', () => {
    const rows = settingsTable().split('\n');
    expect(rows).toContainEqual(expect.stringMatching(/^\| `PORT` +\| porten som tjänsten lyssnar på +\| 3978 +\|$/));
    expect(rows).toContainEqual(expect.stringMatching(/^\| `LOG_LEVEL` .*\| info \(warn i lokalt läge\) +\|$/));
  });

  it('is refused a page that has no place for it', () => {
    expect(() => withSettingsTable('# Drift')).toThrow('docs/operations.md');
  });

  it('leaves out no setting that compose.yaml hands on', () => {
    const handedOn = [...read('compose.yaml').matchAll(/^ {4}([A-Z][A-Z_]+): /gm)].map(([, name]) => name);
    for (const name of handedOn) expect(settingsTable()).toContain(`\`${name}\``);
  });
});
