import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../src/shared/config';
import { serviceArguments } from '../tools/bench/serviceArguments';

const read = (file: string): string => readFileSync(path.join(projectRoot, file), 'utf8');
const named = (pattern: RegExp, text: string): string[] => [...text.matchAll(pattern)].map(([, name]) => name ?? '');

const bicepFiles = readdirSync(path.join(projectRoot, 'infra')).filter((name) => name.endsWith('.bicep'));
const textOf = (file: string) => read(path.join('infra', file));
/** The names of a file's parameters, and of those among them that have no default. */
const parametersOf = (file: string) => ({
  all: named(/^param (\w+)/gm, textOf(file)),
  required: named(/^param (\w+) \w+$/gm, textOf(file)),
});

/** What one file gives to another: the text of its params, whose own names stand at the beginning of a line or after a comma. */
const modulesIn = (file: string) =>
  [...textOf(file).matchAll(/^module \w+ '([^']+)' = \{([\s\S]*?)^\}/gm)].map(([, target = '', body = '']) => {
    const params = /params: \{([\s\S]*)\}/.exec(body)?.[1] ?? '';
    const flat = params.replace(/\[[\s\S]*?\n {4}\]/g, '[]').replace(/'[^']*'/g, "''");
    return { file, target, given: named(/(?:^|[\n,{])\s*(\w+):/g, flat) };
  });

describe('the infrastructure', () => {
  it.each(bicepFiles.flatMap(modulesIn))('$file gives $target what it asks for, and no more', ({ target, given }) => {
    const { all, required } = parametersOf(target);
    expect(given.filter((name) => !all.includes(name))).toEqual([]);
    expect(required.filter((name) => !given.includes(name))).toEqual([]);
  });

  it.each(['main', 'registry'])('%s.parameters.json gives what its file asks for, and no more', (name) => {
    const { parameters } = JSON.parse(read(`infra/${name}.parameters.json`)) as { parameters: Record<string, unknown> };
    const { all, required } = parametersOf(`${name}.bicep`);
    expect(Object.keys(parameters).filter((each) => !all.includes(each))).toEqual([]);
    expect(required.filter((each) => !(each in parameters))).toEqual([]);
  });

  it.each(['dev', 'prod'])('finds every variable of the toolkit in env/.env.%s, and no secret there', (environment) => {
    const variables = named(/^(\w+)=/gm, read(`env/.env.${environment}`));
    const asked = [
      'm365agents.yml',
      'infra/main.parameters.json',
      'infra/registry.parameters.json',
      'infra/entraApp.json',
    ]
      .flatMap((file) => named(/\$\{\{(\w+)\}\}/g, read(file)))
      .filter((name) => !name.startsWith('SECRET_'));
    expect([...new Set(asked)].filter((name) => !variables.includes(name))).toEqual([]);
    expect(variables.filter((name) => name.startsWith('SECRET_'))).toEqual([]);
  });

  it('hands the service only settings that docs/operations.md explains', () => {
    const explained = named(/^\| `(\w+)`/gm, read('docs/operations.md'));
    const service = (parse(read('compose.yaml')) as { 'x-service': { environment: Record<string, string> } })[
      'x-service'
    ];
    const given = [...named(/\{ name: '([A-Z_]+)'/g, textOf('main.bicep')), ...Object.keys(service.environment)];
    expect(given.length).toBeGreaterThan(10);
    expect(given.filter((name) => !explained.includes(name))).toEqual([]);
  });
});

describe('the image', () => {
  it('runs as somebody who owns none of its files, says how it is, and can be read only', () => {
    const [, last = ''] = read('Dockerfile').split(/^FROM (?!.* AS )/m);
    expect(last).toMatch(/^USER node$/m);
    expect(last).toMatch(/^HEALTHCHECK /m);
    expect(last).not.toMatch(/COPY .*--chown/);
    // Else the search index is made anew at each start.
    expect(read('Dockerfile')).toMatch(/^RUN npm run sbom .* chmod -R a\+rX dist$/m);
    const { 'x-service': service } = parse(read('compose.yaml')) as { 'x-service': Record<string, unknown> };
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
  });

  it('starts the service as npm start does', () => {
    const [, started] = /^CMD (\[.*\])$/m.exec(read('Dockerfile'))!;
    expect(JSON.parse(started!)).toEqual(['node', ...serviceArguments()]);
  });

  it('has Node and its base image in one exact version', () => {
    const images = named(/^FROM (\S+)/gm, read('Dockerfile'));
    expect(new Set(images).size).toBe(1);
    expect(images[0]).toMatch(/^node:24\.\d+\.\d+-slim(@sha256:[0-9a-f]{64})?$/);
  });
});

describe('CI', () => {
  it('runs actions by the commit that somebody has seen', () => {
    const uses = named(/uses: (\S+)/g, read('.github/workflows/ci.yml'));
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((action) => !/@[0-9a-f]{40}$/.test(action))).toEqual([]);
  });
});
