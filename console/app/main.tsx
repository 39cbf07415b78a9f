import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { rememberedLocale, speak } from '../kit/language/index.ts';
import { Console } from './console.tsx';
import './global.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

await speak(rememberedLocale());
createRoot(root).render(
  <StrictMode>
    <Console />
  </StrictMode>,
);
