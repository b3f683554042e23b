/**
 * The rules for every page behind a personal link: no cache keeps it, no search engine finds it, it runs no script, and no other
 * page learns its address. `forms` says where its forms may be sent, as in a content policy.
 */
export function expectPrivatePage(headers: Headers, forms: string): void {
  expect(Object.fromEntries(headers)).toMatchObject({
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
    'x-content-type-options': 'nosniff',
  });
  const policy = headers.get('content-security-policy')!.replace(/'sha256-[\w+/]{43}='/, "'sha256-…'");
  expect(policy).toBe(
    `default-src 'none'; style-src 'sha256-…'; img-src data:; base-uri 'none'; form-action ${forms}; frame-ancestors 'none'`,
  );
  expect(headers.get('set-cookie')).toBeNull();
}
