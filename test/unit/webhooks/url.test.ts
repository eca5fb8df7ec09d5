import fc from 'fast-check';
import { hookUrl, LONGEST_URL } from '../../../src/modules/webhooks/webhook.rules';
import { isPublicAddress } from '../../../src/shared/public-address';

const octet = fc.integer({ min: 0, max: 255 });

/** The notations in which a URL may write an IPv4 address. */
function notationsOf([a, b, c, d]: readonly [number, number, number, number]): readonly string[] {
  const whole = a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d;
  const hex = (number: number) => `0x${number.toString(16)}`;
  const octal = (number: number) => `0${number.toString(8)}`;
  return [
    ...[`${a}.${b}.${c}.${d}`, `${a}.${b}.${c}.${d}.`, String(whole), hex(whole), octal(whole)],
    ...[
      `${hex(a)}.${octal(b)}.${c}.${hex(d)}`,
      `${a}.${b}.${c * 256 + d}`,
      `${a}.${b * 65_536 + c * 256 + d}`,
    ],
    ...[`[::ffff:${a}.${b}.${c}.${d}]`, `[::${a}.${b}.${c}.${d}]`, `[64:ff9b::${a}.${b}.${c}.${d}]`],
  ];
}

describe('the address of a webhook', () => {
  it.each([
    'https://bridge.chenghua.example.com/hook',
    'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1',
    'https://bridge.chengdu.gov.cn:8443/',
    'https://网格.中国/hook',
    'https://BRIDGE.gov.cn',
  ])('may be %s', (url) => {
    expect(hookUrl(url, false)).toBe(new URL(url).href);
  });

  it.each([
    ...[
      'http://bridge.gov.cn/',
      'ftp://bridge.gov.cn/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      '',
      'bridge',
    ],
    ...[
      'https://localhost/',
      'https://bridge/',
      'https://a.localhost/',
      'https://printer.local/',
      'https://x.internal/',
    ],
    ...[
      'https://router.lan/',
      'https://x.home.arpa/',
      'https://a.test/',
      'https://localhost./',
      'https://x.onion/',
    ],
    ...['https://user@bridge.gov.cn/', 'https://user:word@bridge.gov.cn/', 'https://bridge.gov.cn/#part'],
    ...[
      'https://bridge.gov.cn:22/',
      'https://bridge.gov.cn:80/',
      'https://bridge.gov.cn:0/',
      'https://8.8.8.8/',
    ],
    ...[
      'https://[2606:4700:4700::1111]/',
      'https://1.2.3.4.5/',
      'http://127.0.0.1/',
      'http://127.0.0.1:8080/',
    ],
    `https://bridge.gov.cn/${'a'.repeat(LONGEST_URL)}`,
  ])('may not be %s', (url) => {
    expect(hookUrl(url, false)).toBeUndefined();
  });

  it('may be no IP address, in whatever notation', () => {
    fc.assert(
      fc.property(
        fc.tuple(octet, octet, octet, octet),
        fc.constantFrom('', ':443', ':8443'),
        (address, port) => {
          for (const host of notationsOf(address))
            expect([host, hookUrl(`https://${host}${port}/hook`, false)]).toEqual([host, undefined]);
        },
      ),
    );
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        expect(hookUrl(`https://[${address}]/`, true)).toBeUndefined();
      }),
    );
  });

  it('may be of this very machine where that is allowed, by that one address and no other', () => {
    expect(hookUrl('http://127.0.0.1:8787/hook', true)).toBe('http://127.0.0.1:8787/hook');
    // The parser makes one of it: the address that is kept, and called, is in its normal form.
    expect(hookUrl('http://2130706433:8787/hook', true)).toBe('http://127.0.0.1:8787/hook');
    for (const url of ['http://127.0.0.2/', 'http://localhost/', 'http://[::1]/', 'http://169.254.169.254/'])
      expect(hookUrl(url, true)).toBeUndefined();
  });

  it('leads to a name with a dot in it by https, whatever is written', () => {
    const part = fc.stringMatching(/^[a-z0-9.\-:@/\\?#[\]%_ ]{0,30}$/);
    fc.assert(
      fc.property(part, part, (host, path) => {
        const url = hookUrl(`https://${host}/${path}`, false);
        if (url === undefined) return;
        const { protocol, hostname, username, password } = new URL(url);
        expect({ protocol, username, password }).toEqual({ protocol: 'https:', username: '', password: '' });
        expect(hostname).toMatch(/^[a-z\d-]+(\.[a-z\d-]+)*\.[a-z][a-z\d-]*\.?$/);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('an address that a name leads to', () => {
  it.each(['1.1.1.1', '223.5.5.5', '100.63.255.255', '172.32.0.1', '2400:3200::1', '2606:4700:4700::1111'])(
    'is of the public internet: %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.255.255.254', '169.254.169.254', '172.16.0.1'],
    ...[
      '172.31.255.255',
      '192.0.0.8',
      '192.0.2.1',
      '192.168.1.1',
      '198.18.0.1',
      '198.19.255.255',
      '203.0.113.9',
    ],
    ...['224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255'],
    ...['::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:7f00:1', '::127.0.0.1', '64:ff9b::7f00:1'],
    ...[
      '64:ff9b:1::1',
      '100::1',
      'fc00::1',
      'fd00:ec2::254',
      'fe80::1',
      'fe80::1%eth0',
      'fec0::1',
      'ff02::1',
    ],
    ...[
      '2001::1',
      '2001:db8::1',
      '2002:7f00:1::',
      '2002:0a00:0001::1',
      '3fff::1',
      '4000::1',
      '2400:3200::1%1',
    ],
    ...['', 'bridge.gov.cn', '2130706433', '0x7f.1', '127.1', '[::1]'],
  ])('is not: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it('is not when it carries an IPv4 address of this net within, however that is done', () => {
    const own = fc.oneof(
      fc.tuple(fc.constant(10), octet, octet, octet),
      fc.tuple(fc.constant(127), octet, octet, octet),
      fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
      fc.tuple(fc.constant(169), fc.constant(254), octet, octet),
      fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), octet, octet),
    );
    fc.assert(
      fc.property(own, (parts) => {
        const plain = parts.join('.');
        const hex = Buffer.from(parts).toString('hex');
        const [high, low] = [hex.slice(0, 4), hex.slice(4)];
        const mapped = [`::ffff:${plain}`, `::${plain}`, `64:ff9b::${plain}`, `2002:${high}:${low}::1`];
        for (const address of [plain, ...mapped, `2001:0:${high}:${low}::1`])
          expect([address, isPublicAddress(address)]).toEqual([address, false]);
      }),
    );
  });
});
