/** The words of a comment, with mentions marked and addresses as links. */
import { useMembers } from '@/entities/member/names';

import { partsOf } from './comment-parts';
import styles from './comments.module.css';

export function CommentText({ text, mentions }: { text: string; mentions: string[] }) {
  const names = useMembers(mentions).map((member) => member?.name ?? '');
  return (
    <p className={styles.text}>
      {partsOf(text, names).map((part, index) => {
        if (part.kind === 'mention') {
          return (
            <span key={index} className={styles.mention}>
              {part.text}
            </span>
          );
        }
        if (part.kind === 'link') {
          return (
            <a key={index} href={part.text} target="_blank" rel="noopener noreferrer nofollow">
              {part.text}
            </a>
          );
        }
        return part.text;
      })}
    </p>
  );
}
