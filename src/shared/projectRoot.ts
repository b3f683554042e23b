import path from 'node:path';

/** The folder of package.json, where content lies: above src/ in the sources, above dist/src/ when compiled. */
export const projectRoot = path.resolve(
  __dirname,
  path.basename(path.resolve(__dirname, '../..')) === 'dist' ? '../../..' : '../..',
);
