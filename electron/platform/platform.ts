/**
 * What Duebook takes from the computer it runs on and a test must be able to hold still: time, ids,
 * notifications, dialogs, paper, the phone program, the tray, starting at login, and whether anybody is there.
 */
import { type Clock, makeClock } from './clock.ts';
import { type Dialogs, makeDialogs } from './dialogs.ts';
import { type Ids, makeIds } from './ids.ts';
import { type LoginItem, makeLoginItem } from './login-item.ts';
import { makeNotifier, type Notifier } from './notifier.ts';
import { makePhone, type Phone } from './phone.ts';
import { makePower, type Power } from './power.ts';
import { makePrinter, type Printer } from './printer.ts';
import { makeTray, type TrayPlace } from './tray.ts';

export type Platform = {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly notifier: Notifier;
  readonly dialogs: Dialogs;
  readonly printer: Printer;
  readonly phone: Phone;
  readonly power: Power;
  readonly tray: TrayPlace;
  readonly loginItem: LoginItem;
};

export function makePlatform(): Platform {
  return {
    clock: makeClock(),
    ids: makeIds(),
    notifier: makeNotifier(),
    dialogs: makeDialogs(),
    printer: makePrinter(),
    phone: makePhone(),
    power: makePower(),
    tray: makeTray(),
    loginItem: makeLoginItem(),
  };
}
