/** Logo or signature: what is printed now, another one from a file, or none. Saved at once; letters made before keep theirs. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import type { Fault } from '../../../../shared/errors/result.ts';
import { act, ask } from '../../../bridge/calls.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { preparePicture } from './prepare-picture.ts';

type Picture = OutputOf<'letters.letterheadMore'>['logo'];

export type PictureFieldProps = {
  readonly kind: 'logo' | 'signature';
  readonly picture: Picture;
};

const words = {
  logo: {
    title: 'Logo',
    about:
      'Above the name of the office; for envelopes with two windows at the upper right. PNG or JPEG, up to 1 MB.',
    none: 'No logo. Letters begin with the name of the office.',
    saved: 'The logo was saved. Letters made from now on carry it.',
    gone: 'Letters made from now on carry no logo.',
  },
  signature: {
    title: 'Signature',
    about:
      'Above the name of who signs, at the end of a letter. Sign on white paper and take a picture of it, or scan it.',
    none: 'No signature. There is room to sign by hand.',
    saved: 'The signature was saved. Letters made from now on carry it.',
    gone: 'Letters made from now on leave room to sign by hand.',
  },
} as const;

export function PictureField({ kind, picture }: PictureFieldProps) {
  const [fault, setFault] = useState<Fault | null>(null);
  const [pending, setPending] = useState(false);
  const { title, about, none, saved, gone } = words[kind];

  const save = async (bytes: Uint8Array<ArrayBuffer> | null) => {
    const answer = await act('letters.setLetterheadImage', {
      kind,
      base64: bytes === null ? null : textOf(bytes),
    });
    if (answer.ok) showDone(bytes === null ? gone : saved);
    else setFault(answer.error);
  };

  const choose = async () => {
    setFault(null);
    setPending(true);
    try {
      const chosen = await ask('letters.chooseImage', {});
      if (!chosen.ok) {
        if (chosen.error.code !== 'file.dialog_cancelled') setFault(chosen.error);
        return;
      }
      const ready = await preparePicture(new Uint8Array(chosen.value.bytes), kind);
      if (ready === null) setFault({ code: 'letterhead.not_a_picture', params: {} });
      else await save(ready);
    } finally {
      setPending(false);
    }
  };

  return (
    <Stack gap={6} component="section" aria-label={title}>
      <Text fw={600} size="sm">
        {title}
      </Text>
      <Text size="sm">{about}</Text>
      <div className="letterhead-picture">
        {picture ? (
          <Drawn picture={picture} label={`${title} as it is printed`} />
        ) : (
          <Text size="sm">{none}</Text>
        )}
      </div>
      <FaultAlert fault={fault} />
      <Group gap="xs">
        <Button variant="default" loading={pending} onClick={choose}>
          {picture ? 'Choose another…' : 'Choose a picture…'}
        </Button>
        {picture ? (
          <Button
            variant="default"
            disabled={pending}
            onClick={() => {
              setFault(null);
              void save(null);
            }}
          >
            Take it away
          </Button>
        ) : null}
      </Group>
    </Stack>
  );
}

/** On a canvas: the policy of the window shows no picture from memory by its address. */
function Drawn({ picture, label }: { readonly picture: NonNullable<Picture>; readonly label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let current = true;
    const draw = async () => {
      const bitmap = await createImageBitmap(
        new Blob([new Uint8Array(picture.bytes)], { type: picture.mime }),
      );
      const target = canvas.current;
      if (!current || !target) return;
      target.width = bitmap.width;
      target.height = bitmap.height;
      target.getContext('2d')?.drawImage(bitmap, 0, 0);
    };
    // What was written by `preparePicture` can be read; a damaged one shows as an empty frame.
    draw().catch(() => undefined);
    return () => {
      current = false;
    };
  }, [picture]);
  return <canvas ref={canvas} role="img" aria-label={label} />;
}

/** Base64, in pieces: all at once would be more arguments than a call may have. */
function textOf(bytes: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += 8192)
    letters += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(letters);
}
