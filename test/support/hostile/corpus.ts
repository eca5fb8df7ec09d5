import { FOREIGN } from './foreign';
import { JPEGS } from './jpegs';
import { type Hostile } from './parts';
import { PDFS } from './pdfs';
import { PNGS } from './pngs';
import { VIDEOS } from './videos';
import { WEBPS } from './webps';

/** Files that mean harm or are broken, all made here; what each becomes stands beside it. */
export const HOSTILE: readonly Hostile[] = [...FOREIGN, ...JPEGS, ...PNGS, ...WEBPS, ...VIDEOS, ...PDFS];
