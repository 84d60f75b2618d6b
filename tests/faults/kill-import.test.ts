/** Twenty of the moments; a hundred in the long run. */
import { killImports } from './kill-imports.ts';

killImports(20);
