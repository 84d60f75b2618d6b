/**
 * A kept file as far as it can be shown without being run: pictures of four kinds, PDF, plain text. What it is follows from its bytes
 * as the book read them, never from its name. Everything else is only handed out as a copy.
 */
import { Progress, Text } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import type { AttachmentRow } from '../../../../shared/contract/attachments.ts';
import { attachmentLimits } from '../../../../shared/domain/attachment.ts';
import { detectContent } from '../../../../shared/domain/import/detect-content.ts';
import { pictureSizeOf, viewOf } from '../../../../shared/domain/media-type.ts';
import type { Fault } from '../../../../shared/errors/result.ts';
import { mediaTypeWords } from '../../../../shared/text/file-words.ts';
import { fetchAttachment } from '../../../bridge/attachments.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { PdfView } from '../../../components/pdf/pdf-view.tsx';

type Bytes = Uint8Array<ArrayBuffer>;

export function FileContent({ file }: { readonly file: AttachmentRow }) {
  const { attachmentId, mediaType, name } = file;
  const view = viewOf(mediaType);
  const [bytes, setBytes] = useState<Bytes | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [share, setShare] = useState(0);

  useEffect(() => {
    if (view === null) return;
    let wanted = true;
    void fetchAttachment(
      attachmentId,
      (part) => wanted && setShare(part),
      () => wanted,
    ).then((read) => {
      if (!wanted) return;
      if (read.ok) setBytes(read.value);
      else setFault(read.error);
    });
    return () => {
      wanted = false;
    };
  }, [attachmentId, view]);

  if (view === null) {
    return (
      <Text size="sm" className="files-not-shown">
        {mediaTypeWords[mediaType]}: Duebook shows pictures, PDF and plain text only, so that nothing in a
        file can run here. Save a copy to look at it in another program.
      </Text>
    );
  }
  if (fault) return <FaultAlert fault={fault} />;
  if (bytes === null)
    return <Progress value={share * 100} size="sm" my="xl" aria-label={`Opening ${name}`} />;
  if (view === 'pdf') return <PdfView pdf={bytes} label={name} />;
  return view === 'image' ? <Picture bytes={bytes} file={file} /> : <PlainText bytes={bytes} name={name} />;
}

/** Drawn from memory; the picture's own type is the only one it is drawn as. */
function Picture({ bytes, file }: { readonly bytes: Bytes; readonly file: AttachmentRow }) {
  const { mediaType, name, description } = file;
  const size = useMemo(() => pictureSizeOf(bytes, mediaType), [bytes, mediaType]);
  const [address, setAddress] = useState<string | null>(null);
  const [broken, setBroken] = useState(false);
  const [isFull, setFull] = useState(false);
  const enormous = size !== null && size.width * size.height > attachmentLimits.picturePixels;
  useEffect(() => {
    if (enormous) return;
    const made = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, mediaType, enormous]);
  if (broken || enormous) {
    return (
      <Text size="sm" className="files-not-shown" role="alert">
        {enormous
          ? `The picture says that it is ${size.width.toLocaleString('en-US')} by ${size.height.toLocaleString('en-US')} points, too large to be drawn here.`
          : 'The picture is damaged and cannot be drawn.'}{' '}
        A copy can be saved as it is.
      </Text>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="files-picture" data-full={isFull || undefined} tabIndex={0} aria-label={name}>
      {address === null ? null : (
        <button
          type="button"
          className="files-picture-button"
          aria-pressed={isFull}
          aria-label={isFull ? 'Fit the picture into the window' : 'Show the picture in full size'}
          onClick={() => setFull((now) => !now)}
        >
          <img src={address} alt={description === '' ? name : description} onError={() => setBroken(true)} />
        </button>
      )}
    </section>
  );
}

/** Marks that turn or hide what stands around them show as a sign of their own. */
const hidden = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

function PlainText({ bytes, name }: { readonly bytes: Bytes; readonly name: string }) {
  const { text, cut } = useMemo(() => {
    const content = detectContent(bytes.subarray(0, 256 * 1024), bytes.length <= 256 * 1024);
    const encoding = content.kind === 'text' ? content.encoding : 'utf-8';
    // Four bytes are the most a letter takes.
    const beginning = bytes.subarray(0, attachmentLimits.textLetters * 4);
    const decoded = new TextDecoder(encoding).decode(beginning);
    const shown = decoded.slice(0, attachmentLimits.textLetters);
    return {
      text: shown.replace(hidden, '\u25af').replace(controls, '\ufffd'),
      cut: beginning.length < bytes.length || shown.length < decoded.length,
    };
  }, [bytes]);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="files-text" tabIndex={0} aria-label={name}>
        <pre>{text}</pre>
      </section>
      {cut ? (
        <Text size="sm" role="status">
          Only the beginning is shown. A saved copy has all of it.
        </Text>
      ) : null}
    </>
  );
}
