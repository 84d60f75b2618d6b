/** How sure the source of a rule is. What nobody has checked carries the word `Verify`, wherever it is shown. */
import './verdict.css';
import { IconEyeQuestion } from '@tabler/icons-react';
import type { Confidence } from '../../shared/domain/law.ts';
import { confidenceWords } from '../../shared/text/labels.ts';

export type ConfidenceMarkProps = { readonly confidence: Confidence };

export function ConfidenceMark({ confidence }: ConfidenceMarkProps) {
  return (
    <span className="confidence-mark" data-confidence={confidence}>
      {confidence === 'unverified' ? <IconEyeQuestion size={13} aria-hidden /> : null}
      {confidenceWords[confidence]}
    </span>
  );
}
