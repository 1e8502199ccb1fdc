export * from './HeadSwitch.tsx';
