import { Option } from 'commander';
import { nonEmpty } from './argument-parsers.ts';

const FOLDER = 'a folder';
const FILE = 'a file name';

/** The workspace that a command is about. */
export const workspaceOption = (description = 'workspace folder'): Option =>
  new Option('--workspace <dir>', description).argParser(nonEmpty(FOLDER)).makeOptionMandatory();

/** The file that a command writes. */
export const outOption = (description = 'file to write'): Option =>
  new Option('--out <file>', description).argParser(nonEmpty(FILE)).makeOptionMandatory();

/** Answers for programs: one JSON object on stdout, an error too. */
export const jsonOption = (): Option => new Option('--json', 'print one JSON object');
