import { parseFlow } from '../../src/coaching/parseFlow';

export const rehearsalHead = `
title: Öva
purpose: Övar.
minutes: 5
seenBy: Bara du.
retention: P30D
starts: [öva]
summary: Det du övade på
`;

export const scene = (id: string, to: Readonly<Record<string, string>>) =>
  `  - id: ${id}
    kind: scene
    ask: Vid ${id}
    says: Vad gör vi nu?
    lines:
${Object.entries(to)
  .map(([line, target]) => `      ${line}: { say: Jag säger ${line}., reply: Efter ${line}., to: ${target} }\n`)
  .join('')}`;

export const ends = (...ids: string[]) =>
  `ends:\n${ids.map((id) => `  ${id}: { title: Slut ${id}, text: Du övade. }\n`).join('')}`;

/** Two ways that meet again, and two ends. */
export const rehearsal = parseFlow(
  'ova.yaml',
  `${rehearsalHead}steps:
${scene('dorren', { svara: 'lunch', fraga: 'kvall' })}
${scene('lunch', { backa: 'kvall', halla: 'kort' })}
${scene('kvall', { ja: 'langt', nej: 'kort' })}
${ends('kort', 'langt')}`,
);
