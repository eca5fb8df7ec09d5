import { type TableChange } from '../../data/table-change';
import { linesOf } from './log-line.events';
import { type LogRepo } from './log.repo';

/** Lines written at one time. */
const AT_ONCE = 16;

/** Writes the log of the day from what is recorded anyway. See docs/adr/0017. */
export class LogWatchService {
  constructor(private readonly repo: LogRepo) {}

  /** Takes note of changes of the table: a line for each thing that somebody did. May be repeated, in any order. */
  async observe(changes: readonly TableChange[]): Promise<void> {
    const lines = linesOf(changes);
    for (let start = 0; start < lines.length; start += AT_ONCE)
      await Promise.all(lines.slice(start, start + AT_ONCE).map((line) => this.repo.keep(line)));
  }
}
