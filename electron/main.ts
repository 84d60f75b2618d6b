/** Where Electron starts. It only wires: what Duebook is stands in `start.ts`, the computer in `platform/`. */
import { makePlatform } from './platform/platform.ts';
import { startDuebook } from './start.ts';

startDuebook(makePlatform());
