/** An import killed at a hundred moments. */
import { killImports } from '../faults/kill-imports.ts';

killImports(100);
