/** The screens of the open book; another book gets screens of its own. Brought once the door has been painted. */
import { RouterProvider } from '@tanstack/react-router';
import { useCall } from '../bridge/queries.ts';
import { makeRouter } from './routes.tsx';

const router = makeRouter();

export function OpenBook() {
  const book = useCall('book.state', {});
  if (book.data?.state !== 'open') return null;
  return <RouterProvider key={book.data.bookId} router={router} />;
}
