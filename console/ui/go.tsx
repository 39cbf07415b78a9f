import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

export interface GoProps {
  /** A path inside the console. */
  readonly to: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A link to a screen whose path is known only when it is drawn. */
export function Go({ to, className, children }: GoProps) {
  return (
    <Link to={to} {...(className ? { className } : {})}>
      {children}
    </Link>
  );
}
