namespace CoachBot.Core.Documents;

/// <summary>How a reader shows that it is getting on, and how it learns that nobody waits any more.</summary>
public sealed class ReadingPulse(TimeProvider time)
{
    private long _last = time.GetTimestamp();
    private long _characters;
    private volatile bool _givenUp;

    /// <summary>Most characters a document may have. A bank's longest handbook has a tenth of it.</summary>
    public const int MostCharacters = 5_000_000;

    /// <summary>Time since the last beat.</summary>
    internal TimeSpan Silence => time.GetElapsedTime(Interlocked.Read(ref _last));

    /// <summary>Says that another piece is done. Throws once the reading was given up or has grown too large.</summary>
    /// <param name="characters">How much text the piece had.</param>
    public void Beat(int characters = 0)
    {
        if (_givenUp)
        {
            throw new OperationCanceledException();
        }

        _characters += characters;
        if (_characters > MostCharacters)
        {
            throw new DocumentTooLargeException();
        }

        Interlocked.Exchange(ref _last, time.GetTimestamp());
    }

    /// <summary>Makes the reader stop at its next beat.</summary>
    internal void GiveUp() => _givenUp = true;
}

/// <summary>A document went over a bound while it was read.</summary>
public sealed class DocumentTooLargeException : Exception
{
    /// <summary>Without a message: the outcome says it.</summary>
    public DocumentTooLargeException()
    {
    }

    /// <summary>With a message for the log.</summary>
    public DocumentTooLargeException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and a cause for the log.</summary>
    public DocumentTooLargeException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
