export { PeopleProvider } from './people-drawer.tsx';
export { PeopleNumber } from './people-number.tsx';
export { usePersonColumns } from './person-columns.tsx';
