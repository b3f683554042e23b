import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/shared/config';
import { withSettingsTable } from './table';

/** The command `npm run settings`: writes the table of settings into docs/operations.md. */
const page = path.join(projectRoot, 'docs/operations.md');
writeFileSync(page, withSettingsTable(readFileSync(page, 'utf8')));
