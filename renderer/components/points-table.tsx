/** The parts a place in the queue is made of, as a sum that can be checked by hand. */
import './work-bar.css';

export type PointsTableProps = {
  readonly parts: readonly { readonly words: string; readonly points: number }[];
  readonly points: number;
};

export function PointsTable({ parts, points }: PointsTableProps) {
  return (
    <table className="points-table" aria-label="Why it stands here">
      <tbody>
        {parts.map(({ words, points: value }) => (
          <tr key={words}>
            <th scope="row">{words}</th>
            <td>{signed(value)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Points</th>
          <td>{points}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : `−${-value}`;
}
