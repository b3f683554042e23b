import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import parser from '@typescript-eslint/parser';
import { whereWordsStand, wordsInCatalogue } from './tools/lint/wordsInCatalogue.mjs';

/**
 * What each folder of src/ may import beside itself. What is not listed is forbidden: data flows downhill, from content to use
 * cases to adapters (ARCHITECTURE.md). A folder in a folder has a line of its own where it may see less.
 */
const mayImport = {
  shared: [],
  people: ['shared'],
  // What the service tells of itself. The use cases do not know it: main.ts hands them plain callbacks.
  telemetry: ['shared'],
  deliveries: ['people', 'shared'],
  files: ['shared'],
  sheets: ['files', 'shared'],
  downloads: ['sheets', 'shared'],
  shares: ['downloads', 'shared'],
  knowledge: ['shared'],
  'knowledge/text': ['shared'],
  'knowledge/documents': ['knowledge/text', 'shared'],
  'knowledge/ranking': ['knowledge/text', 'knowledge/documents', 'shared'],
  'knowledge/topics': ['knowledge/text', 'knowledge/documents', 'shared'],
  'knowledge/scope': ['knowledge/text', 'knowledge/topics', 'shared'],
  'knowledge/index': [
    'knowledge/text',
    'knowledge/documents',
    'knowledge/ranking',
    'knowledge/topics',
    'knowledge/scope',
    'shared',
  ],
  documents: ['files', 'knowledge/documents', 'shared'],
  coaching: ['shared'],
  campaigns: ['deliveries', 'people', 'shared'],
  questions: ['deliveries', 'people', 'shared'],
  dialogue: ['shared'],
  commitments: ['people', 'shared'],
  bot: [
    'knowledge',
    'coaching',
    'campaigns',
    'questions',
    'dialogue',
    'commitments',
    'deliveries',
    'downloads',
    'shares',
    'people',
    'shared',
  ],
  outreach: ['bot', 'shares', 'coaching', 'campaigns', 'questions', 'commitments', 'deliveries', 'people', 'shared'],
  hr: [
    'bot',
    'documents',
    'knowledge',
    'coaching',
    'campaigns',
    'questions',
    'deliveries',
    'people',
    'sheets',
    'shared',
  ],
  cards: [
    'bot',
    'knowledge',
    'coaching',
    'campaigns',
    'questions',
    'dialogue',
    'commitments',
    'downloads',
    'shares',
    'people',
    'shared',
  ],
  store: [
    'bot',
    'outreach',
    'hr',
    'documents',
    'knowledge',
    'coaching',
    'campaigns',
    'questions',
    'commitments',
    'dialogue',
    'deliveries',
    'downloads',
    'shares',
    'people',
    'shared',
  ],
  teams: ['bot', 'cards', 'deliveries', 'people', 'shared'],
  'teams/sdk': ['teams', 'shared'],
  web: ['hr', 'campaigns', 'knowledge', 'downloads', 'shared'],
  // Types only: what the page shows is made in hr/. Of shared/ what runs in a browser.
  page: ['hr', 'campaigns', 'coaching', 'questions', 'deliveries', 'shared/fill.ts', 'shared/localTime.ts'],
  // What main.ts puts together in more than a few lines.
  composition: [
    'bot',
    'campaigns',
    'cards',
    'coaching',
    'documents',
    'downloads',
    'hr',
    'knowledge',
    'outreach',
    'shared',
    'store',
    'teams',
    'telemetry',
    'web',
  ],
  cli: ['store', 'documents', 'bot', 'hr', 'knowledge', 'coaching', 'campaigns', 'deliveries', 'people', 'shared'],
};

const downhill = 'Data flows downhill: see mayImport in eslint.config.mjs, and ARCHITECTURE.md.';
const zones = [
  ...Object.entries(mayImport).map(([folder, others]) => ({
    target: `./src/${folder}`,
    from: './src',
    except: [folder, ...others].map((name) => `./${name}`),
    message: downhill,
  })),
  {
    target: './src/teams/*.ts',
    from: './src/teams/sdk',
    message: 'src/main.ts hands the SDK over: see src/teams/channel.ts.',
  },
  // main.ts builds everything, and serve.ts is the process around it; nobody in src/ imports them.
  { target: './src/*.ts', from: ['./src/cli', './src/page'], message: downhill },
  { target: './src', from: ['./tools', './test'], message: 'The service never runs what stands in tools/ or test/.' },
  { target: './tools', from: ['./test', './src/page', './src/cli'], message: downhill },
];

/** Libraries that shape the code, and the only places that may import them. */
const homes = [
  {
    packages: [
      ...['botbuilder', 'botbuilder-*', 'botframework-*', '@microsoft/teams-ai', '@microsoft/teams-ai/*'],
      '@microsoft/agents-*',
    ],
    home: ['src/teams/sdk/**'],
    message: 'Only src/teams/sdk/ knows an SDK: src/teams/channel.ts says what the rest uses, as plain data.',
  },
  {
    packages: ['lunr', 'lunr/*', 'lunr-languages/*'],
    home: ['src/knowledge/index/postings.ts', 'src/knowledge/text/swedish.ts', 'tools/bench/rivals.ts'],
    message: 'Ask src/knowledge/index/postings.ts.',
  },
  { packages: ['adaptivecards-templating'], home: ['src/cards/layouts.ts'], message: 'Ask src/cards/layouts.ts.' },
  {
    packages: ['kysely', 'libsql', 'pg'],
    home: [
      'src/store/**',
      'src/knowledge/index/indexFile.ts',
      'src/knowledge/index/fullText.ts',
      'src/knowledge/index/topicTables.ts',
      'src/knowledge/index/scopeTable.ts',
    ],
    message: 'SQL stands in src/store/, and where the search index lies on disk.',
  },
  { packages: ['saxen'], home: ['src/files/**'], message: 'XML is read in src/files/ only, with limits: ask readXml.' },
  {
    packages: ['unpdf', 'mammoth'],
    home: ['src/documents/**'],
    message: 'Foreign documents are read in src/documents/ only, in a worker with limits.',
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
  {
    packages: ['pdfkit'],
    home: ['src/sheets/**', 'src/downloads/**'],
    message: 'PDF is written in src/sheets/ and src/downloads/ only, in a thread.',
  },
  { packages: ['/docx'], home: ['src/downloads/**'], message: 'Word is written in src/downloads/ only, in a thread.' },
  {
    packages: ['@opentelemetry/*'],
    home: ['src/telemetry/**'],
    message: 'OpenTelemetry is known in src/telemetry/ only: hand it plain numbers and words.',
  },
  { packages: ['restify'], home: ['src/web/**'], message: 'HTTP routes stand in src/web/ only.' },
];

/** One rule for each set of files that is at home with the same libraries: in ESLint the last rule of a name counts alone. */
const withoutPackages = (files, own, ignores = []) => ({
  files,
  ignores,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: homes
          .filter((home) => !own.includes(home))
          .map(({ packages, message }) => ({ group: packages, message })),
      },
    ],
  },
});
const allHomes = [...new Set(homes.flatMap(({ home }) => home))];

const importAtTop = {
  selector: 'ImportExpression',
  message: 'Import at the top of the file, where the boundaries are watched.',
};

/** Words that the program looks for in what people write, signs of old encodings, ids and names of fields: nobody reads them on a screen. */
const swedishItReads = [
  'src/bot/language.ts',
  'src/campaigns/headings.ts',
  'src/campaigns/pauseFailing.ts',
  'src/coaching/flow.ts',
  'src/commitments/officeHours.ts',
  'src/commitments/spokenDay.ts',
  'src/files/eightBit.ts',
  'src/knowledge/documentFacts.ts',
  'src/knowledge/followOn.ts',
  'src/knowledge/ranking/factType.ts',
  'src/knowledge/ranking/presupposed.ts',
  'src/knowledge/ranking/questionType.ts',
  'src/knowledge/ranking/statedAmounts.ts',
  'src/knowledge/readConcerns.ts',
  'src/knowledge/text/properNames.ts',
  'src/knowledge/text/swedish.ts',
  'src/teams/markup.ts',
  // Where no catalogue can be read.
  'src/shared/catalogues.ts',
];
/** Words between the tags of a template, and in what a screen reader reads, in any language. */
const noWordsInMarkup = [
  '/>[^<>=]*[a-z]{2}/i',
  '/^[^<>="`]*[a-z]{2}[^<>=]*</i',
  '/(aria-label|placeholder|title|alt)="[^"]/',
].map((words) => ({
  selector: `TaggedTemplateExpression[tag.name=html] > TemplateLiteral > TemplateElement[value.raw=${words}]`,
  message: whereWordsStand,
}));

export default [
  { ignores: ['dist', 'data', 'node_modules', 'coverage'] },
  {
    files: ['src/**/*.ts', 'tools/**/*.ts'],
    languageOptions: { parser },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js', '.json'] })] },
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }],
      'no-restricted-syntax': ['error', importAtTop],
    },
  },
  withoutPackages(['src/**/*.ts', 'tools/**/*.ts'], [], allHomes),
  ...allHomes.map((home) =>
    withoutPackages(
      [home],
      homes.filter((one) => one.home.includes(home)),
    ),
  ),
  {
    files: ['src/**/*.ts'],
    ignores: swedishItReads,
    plugins: { words: { rules: { 'in-catalogue': wordsInCatalogue } } },
    rules: { 'words/in-catalogue': 'error' },
  },
  // OpenTelemetry is loaded only where the settings ask for it.
  { files: ['src/telemetry/openTelemetry.ts'], rules: { 'no-restricted-syntax': 'off' } },
  // The page loads the code of Teams only where it stands in Teams.
  { files: ['src/page/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...noWordsInMarkup] } },
];
