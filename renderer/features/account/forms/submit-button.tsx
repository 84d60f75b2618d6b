/**
 * The button that sends a form. While the answer is under way it looks busy but stays a button: a disabled one
 * would drop the focus, and whoever works by keyboard would be nowhere. A second press does nothing anyway
 * (`useOnce`).
 */
import { Button, type ButtonProps } from '@mantine/core';

export type SubmitButtonProps = Omit<ButtonProps, 'loading' | 'type'> & { readonly pending: boolean };

export function SubmitButton({ pending, ...button }: SubmitButtonProps) {
  return (
    <Button
      {...button}
      type="submit"
      aria-busy={pending || undefined}
      {...(pending ? { 'data-loading': true } : {})}
    />
  );
}
