/** Where the service listens on this machine, PORT respected. */
export const botUrlOf = (environment: Readonly<Record<string, string | undefined>>): string =>
  `http://127.0.0.1:${environment.PORT?.trim() || '3978'}/api/messages`;

/** What to do when nobody answers there. */
export const notReachable = (botUrl: string, script: string): string =>
  `Tjänsten svarar inte på ${botUrl}. Starta den med npm start i ett annat fönster; använder den en annan port, ange den här också: PORT=3979 npm run ${script}`;
