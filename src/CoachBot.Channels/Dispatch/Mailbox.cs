using CoachBot.Core.Turns;

namespace CoachBot.Channels.Dispatch;

/// <summary>The turns of one conversation, in their order: while one runs or is put off, the others wait. Guarded by its own lock.</summary>
internal sealed class Mailbox(ConversationKey conversation)
{
    private readonly LinkedList<QueuedTurn> _turns = new();
    private bool _closed;

    /// <summary>Whose turns these are.</summary>
    public ConversationKey Conversation { get; } = conversation;

    /// <summary>Adds a turn. Null: the mailbox was closed meanwhile; true: it had none and is ready for a worker now.</summary>
    public bool? Add(QueuedTurn turn)
    {
        lock (_turns)
        {
            if (_closed)
            {
                return null;
            }

            _turns.AddLast(turn);
            return _turns.Count == 1;
        }
    }

    /// <summary>The turn to run now; it stays here until <see cref="Finish"/> or <see cref="PutBack"/>.</summary>
    public QueuedTurn First()
    {
        lock (_turns)
        {
            return _turns.First!.Value;
        }
    }

    /// <summary>The first turn goes on later, as it stands now.</summary>
    public void PutBack(QueuedTurn turn)
    {
        lock (_turns)
        {
            _turns.First!.Value = turn;
        }
    }

    /// <summary>The first turn is done. False: it was the last one, and the mailbox takes no more.</summary>
    public bool Finish()
    {
        lock (_turns)
        {
            _turns.RemoveFirst();
            _closed = _turns.Count == 0;
            return !_closed;
        }
    }
}
