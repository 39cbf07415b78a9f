import {
  createContext,
  type ReactNode,
  use,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import { dark, light, type Palette } from './palette.ts';

export type Shade = 'light' | 'dark';
export type ShadeChoice = Shade | 'system';

const storageKey = 'siyu.shade';
const systemDark = window.matchMedia('(prefers-color-scheme: dark)');

function rememberedChoice(): ShadeChoice {
  const value = localStorage.getItem(storageKey);
  return value === 'light' || value === 'dark' ? value : 'system';
}

interface ShadeState {
  readonly shade: Shade;
  readonly choice: ShadeChoice;
  readonly palette: Palette;
  choose(choice: ShadeChoice): void;
}

const ShadeContext = createContext<ShadeState | null>(null);

/** Light or dark as the user chose (remembered in the browser) or as the system says; writes the palette as CSS variables. */
export function ShadeProvider({ children }: { readonly children: ReactNode }) {
  const [choice, setChoice] = useState(rememberedChoice);
  const systemIsDark = useSyncExternalStore(
    (changed) => {
      systemDark.addEventListener('change', changed);
      return () => systemDark.removeEventListener('change', changed);
    },
    () => systemDark.matches,
  );
  const shade: Shade = choice === 'system' ? (systemIsDark ? 'dark' : 'light') : choice;
  const palette = shade === 'dark' ? dark : light;

  useEffect(() => {
    const root = document.documentElement;
    root.dataset.shade = shade;
    root.style.colorScheme = shade;
    for (const [name, value] of Object.entries(palette)) {
      if (typeof value === 'string') root.style.setProperty(`--${cssName(name)}`, value);
    }
  }, [shade, palette]);

  const choose = (next: ShadeChoice) => {
    localStorage.setItem(storageKey, next);
    setChoice(next);
  };
  return <ShadeContext value={{ shade, choice, palette, choose }}>{children}</ShadeContext>;
}

/** The shade in force and the way to change it. */
export function useShade(): ShadeState {
  const state = use(ShadeContext);
  if (state === null) throw new Error('useShade needs a ShadeProvider above it');
  return state;
}

const cssName = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
