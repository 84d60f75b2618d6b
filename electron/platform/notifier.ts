/**
 * Desktop notifications. What they may say is decided by the scheduler; here they are shown and kept alive
 * until they are clicked or gone, because a notification that is collected never reports its click.
 */
import { Notification } from 'electron';

export type Notice = { readonly title: string; readonly body: string; onClick(): void };
export type Notifier = {
  show(notice: Notice): void;
  /** Takes away those that still stand. */
  takeBack(): void;
};

export function makeNotifier(): Notifier {
  const shown = new Set<Notification>();
  return {
    show({ title, body, onClick }) {
      if (!Notification.isSupported()) return;
      const notification = new Notification({ title, body });
      const forget = () => shown.delete(notification);
      notification.on('click', () => {
        forget();
        onClick();
      });
      notification.on('close', forget);
      notification.on('failed', forget);
      shown.add(notification);
      notification.show();
    },
    takeBack() {
      for (const notification of shown) notification.close();
      shown.clear();
    },
  };
}
