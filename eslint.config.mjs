import tseslint from 'typescript-eslint';

/**
 * The house rules as lint: data flows downhill (content -> use cases -> adapters) and each outside library
 * that shapes the code has one home. A message says where the thing belongs instead.
 */
const homes = [
  {
    packages: ['botbuilder', 'botbuilder-*', 'botframework-*', '@microsoft/teams-ai'],
    home: ['src/teams/**'],
    message: 'Only src/teams/ knows the Teams SDK: hand it plain data (Incoming, Reply) instead.',
  },
  {
    packages: ['lunr', 'lunr/*', 'lunr-languages/*'],
    home: ['src/knowledge/postings.ts', 'src/knowledge/swedish.ts', 'src/cli/rivals.ts'],
    message: 'Ask src/knowledge/postings.ts.',
  },
  { packages: ['adaptivecards-templating'], home: ['src/cards/render.ts'], message: 'Ask src/cards/render.ts.' },
  {
    packages: ['kysely', 'libsql', 'pg'],
    home: ['src/store/**', 'src/knowledge/indexFile.ts', 'src/knowledge/fullText.ts'],
    message: 'SQL stands in src/store/, and where the search index lies on disk.',
  },
  {
    packages: ['saxen'],
    home: ['src/files/**'],
    message: 'XML is read in src/files/ only, measured: ask readXml.',
  },
  {
    packages: ['unpdf', 'mammoth'],
    home: ['src/documents/**'],
    message: 'Foreign documents are read in src/documents/ only, in a thread with limits.',
  },
  {
    packages: [
      'write-excel-file',
      'write-excel-file/*',
      'csv-parse',
      'csv-parse/*',
      'csv-stringify',
      'csv-stringify/*',
    ],
    home: ['src/sheets/**'],
    message: 'Sheets are read and written in src/sheets/ only.',
  },
  { packages: ['restify'], home: ['src/web/**'], message: 'HTTP routes stand in src/web/ only.' },
];

const adapters = ['teams', 'web', 'store', 'cards', 'cli', 'channel', 'terminal', 'sheets', 'documents', 'files'];
const useCases = ['people', 'knowledge', 'coaching', 'deliveries', 'campaigns'];
/** A campaign is a flow, an audience and a time: it is delivered. */
const sees = { campaigns: ['deliveries', 'people'], deliveries: ['people'] };
/** Which other adapters an adapter may see; the command line sees all. */
const seenBy = {
  cards: [],
  store: [],
  web: [],
  teams: ['cards'],
  channel: [],
  terminal: ['channel'],
  sheets: ['files'],
  documents: ['files'],
  files: [],
};

/** One no-restricted-imports entry for the files of one folder: all foreign packages plus the folders it must not see. */
const boundary = (files, forbiddenFolders, why, exceptHomesOf = []) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...homes
            .filter((h) => !h.home.some((p) => exceptHomesOf.includes(p)))
            .map((h) => ({ group: h.packages, message: h.message })),
          ...(forbiddenFolders.length
            ? [{ regex: `^\\.{1,2}/(\\.\\./)*(${forbiddenFolders.join('|')})(/|$)`, message: why }]
            : []),
        ],
      },
    ],
  },
});

const downhill =
  'Data flows downhill: content -> use cases -> adapters. Declare what you need as a type beside the use case.';

export default tseslint.config(
  { ignores: ['dist', 'data', 'node_modules', 'coverage'] },
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { project: ['./tsconfig.json', './src/page/tsconfig.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'max-lines': ['error', { max: 250 }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ImportExpression', message: 'Import at the top of the file, where the boundaries are watched.' },
      ],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  boundary(['src/*.ts'], [], downhill),
  boundary(
    ['src/{reply,commands,language,texts,config,failure,days}.ts'],
    [...adapters, 'people', 'main', 'conversation'],
    downhill,
  ),
  ...useCases.map((folder) =>
    boundary(
      [`src/${folder}/**/*.ts`],
      [
        ...adapters,
        ...useCases.filter((other) => other !== folder && !sees[folder]?.includes(other)),
        'main',
        'config',
        'conversation',
      ],
      downhill,
    ),
  ),
  boundary(['src/conversation.ts'], [...adapters, 'main'], downhill),
  boundary(['src/knowledge/postings.ts', 'src/knowledge/swedish.ts'], [...adapters, 'people'], downhill, [
    'src/knowledge/postings.ts',
  ]),
  boundary(['src/knowledge/indexFile.ts', 'src/knowledge/fullText.ts'], [...adapters, 'people'], downhill, [
    'src/knowledge/indexFile.ts',
  ]),
  ...Object.entries(seenBy).map(([folder, seen]) =>
    boundary(
      [`src/${folder}/**/*.ts`],
      [...adapters.filter((other) => other !== folder && !seen.includes(other)), 'main'],
      downhill,
      [`src/${folder}/**`],
    ),
  ),
  boundary(
    ['src/cards/render.ts'],
    adapters.filter((other) => other !== 'cards'),
    downhill,
    ['src/cards/render.ts'],
  ),
  boundary(['src/cli/**/*.ts'], [], downhill),
  // Stock lunr is what we measure ourselves beside.
  boundary(['src/cli/rivals.ts'], [], downhill, ['src/cli/rivals.ts']),
  boundary(['src/hr/**/*.ts'], [...adapters, 'main', 'config', 'conversation'], downhill),
  boundary(['src/page/**/*.ts'], [...adapters.filter((folder) => folder !== 'page'), 'main', 'config'], downhill),
  { files: ['src/cli/**/*.ts'], rules: { 'no-console': 'off' } },
  { files: ['src/page/**/*.ts'], rules: { 'no-restricted-syntax': 'off' } },
);
