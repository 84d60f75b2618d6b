/** Starts the window: theme, query cache, messages, and the frame with its screens. */
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/dropzone/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './look.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

const container = document.getElementById('root');
if (!container) throw new Error('the page has no place for the window');
createRoot(container).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
