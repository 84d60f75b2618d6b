/**
 * An envelope or a green card in the hand: its number is scanned, or a name or account is typed, and what became of it is entered. A
 * number that names one piece leads straight on.
 */
import { Badge, Button, Group, Table, Text, TextInput } from '@mantine/core';
import { IconBarcode } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { FoundPiece } from '../../../../shared/contract/mail.ts';
import { readArticle, showArticle } from '../../../../shared/domain/article-number.ts';
import type { Fault } from '../../../../shared/errors/result.ts';
import { mailStateWords, numberFaultWords } from '../../../../shared/text/mail-words.ts';
import { ask } from '../../../bridge/calls.ts';
import { useGo } from '../../../bridge/navigation.ts';
import { useReturnedMail } from '../../../bridge/returned-mail.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { DayText } from '../../../components/moments.tsx';
import { DeliveryDialog } from './delivery-dialog.tsx';

export function EnvelopeFinder() {
  const go = useGo();
  const askReturned = useReturnedMail();
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly FoundPiece[] | null>(null);
  const [words, setWords] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);
  const [delivered, setDelivered] = useState<FoundPiece | null>(null);

  const forget = () => {
    setFound(null);
    setText('');
  };
  const cameBack = ({ accountId, mailingId, letterId, addressId, validationNotice }: FoundPiece) => {
    forget();
    askReturned({ accountId, mailingId, letterId, addressId, validationNotice });
  };

  const find = async (event: FormEvent) => {
    event.preventDefault();
    const asked = text.trim();
    if (asked === '') return;
    const answer = await ask('mail.find', { text: asked });
    setFault(answer.ok ? null : answer.error);
    if (!answer.ok) return setFound(null);
    const { pieces, asNumber } = answer.value;
    setFound(pieces);
    const read = readArticle(asked);
    setWords(
      pieces.length > 0
        ? `${pieces.length} found`
        : asNumber && !read.ok
          ? numberFaultWords[read.why]
          : asNumber
            ? 'No piece in the log has this number. Type the name on the envelope instead.'
            : 'Nothing was found. Try the name, the account number, or # with the number of the letter.',
    );
    // A scanner ends with Enter; the next label replaces what stands there.
    if (event.currentTarget instanceof HTMLFormElement) event.currentTarget.querySelector('input')?.select();
    const [only] = pieces;
    if (asNumber && only && pieces.length === 1 && only.state === 'mailed') cameBack(only);
  };

  return (
    <div className="mail-finder">
      <form onSubmit={(event) => void find(event)}>
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            label="Envelope or green card in hand"
            placeholder="Scan the number, or type a name or account"
            leftSection={<IconBarcode size={16} aria-hidden />}
            value={text}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => {
              setText(event.currentTarget.value);
              if (event.currentTarget.value === '') setFound(null);
            }}
            flex={1}
          />
          <Button type="submit" variant="default" disabled={text.trim() === ''}>
            Find
          </Button>
        </Group>
      </form>
      <FaultAlert fault={fault} />
      {found === null ? null : (
        <div className="mail-found">
          <Group justify="space-between" gap="xs">
            <Text size="sm" role="status">
              {words}
            </Text>
            <Button size="compact-xs" variant="subtle" onClick={forget}>
              Close
            </Button>
          </Group>
          {found.length === 0 ? null : (
            <Table.ScrollContainer minWidth={520} mah={260}>
              <Table aria-label="What was found" verticalSpacing={4}>
                <Table.Tbody>
                  {found.map((piece) => (
                    <Table.Tr key={`${piece.letterId ?? 'account'}:${piece.mailingId}:${piece.accountId}`}>
                      <Table.Td>
                        <button
                          type="button"
                          className="letters-open"
                          onClick={() => go({ accountId: piece.accountId })}
                        >
                          {piece.debtorName}
                        </button>
                        <div className="letters-from">{piece.accountNumber}</div>
                      </Table.Td>
                      <Table.Td>
                        {piece.templateName ?? 'Mail that is not in this book'}
                        {piece.articleNumber === '' ? null : (
                          <div className="letters-from">{showArticle(piece.articleNumber)}</div>
                        )}
                      </Table.Td>
                      <Table.Td>
                        {piece.state === null ? (
                          piece.letterId === null ? null : (
                            <Text size="sm">Not in the log</Text>
                          )
                        ) : (
                          <>
                            <Badge variant="default">{mailStateWords[piece.state]}</Badge>
                            {piece.mailedOn === null ? null : (
                              <div className="letters-from">
                                mailed <DayText day={piece.mailedOn} />
                              </div>
                            )}
                          </>
                        )}
                      </Table.Td>
                      <Table.Td>
                        <Group gap={4} justify="flex-end" wrap="nowrap">
                          {piece.state === 'mailed' ? (
                            <Button
                              size="compact-xs"
                              variant="default"
                              aria-label={`Delivered… to ${piece.debtorName}`}
                              onClick={() => setDelivered(piece)}
                            >
                              Delivered…
                            </Button>
                          ) : null}
                          {piece.state === 'returned' ? null : (
                            <Button
                              size="compact-xs"
                              variant="default"
                              aria-label={`Came back… from ${piece.debtorName}`}
                              onClick={() => cameBack(piece)}
                            >
                              Came back…
                            </Button>
                          )}
                        </Group>
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )}
        </div>
      )}
      {delivered?.mailingId == null ? null : (
        <DeliveryDialog
          piece={{ ...delivered, mailingId: delivered.mailingId }}
          onClose={() => {
            setDelivered(null);
            forget();
          }}
        />
      )}
    </div>
  );
}
