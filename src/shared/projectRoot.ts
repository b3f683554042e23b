import path from 'node:path';

/** The folder of package.json, where the content is: above src/ in the sources, above dist/src/ when compiled. */
export const projectRoot = path.resolve(
  __dirname,
  path.basename(path.resolve(__dirname, '../..')) === 'dist' ? '../../..' : '../..',
);
