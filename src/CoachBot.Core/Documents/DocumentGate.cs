namespace CoachBot.Core.Documents;

/// <summary>
/// Lets files in: picks the reader, keeps to the bounds, and contains what a damaged or malicious file does to a reader, so
/// that nobody behind the gate sees an exception or waits for ever.
/// </summary>
public sealed class DocumentGate(IEnumerable<IDocumentReader> readers, TimeProvider time)
{
    /// <summary>Largest file that is opened.</summary>
    public const int MostBytes = 50 * 1024 * 1024;

    /// <summary>A reader that shows no progress for this long is given up.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(1.8);

    // Damaged files make recursive parsers go deep; reserved, not used, by all others.
    private const int StackBytes = 64 * 1024 * 1024;

    private readonly List<IDocumentReader> _readers = readers.ToList();

    /// <summary>Whether any reader knows files of this name.</summary>
    public bool Knows(string fileName) => ReaderOf(fileName) is not null;

    /// <summary>Reads one file; never throws for what stands in it.</summary>
    /// <param name="name">Name that passage ids begin with.</param>
    /// <param name="fileName">The file's name; its ending says the format.</param>
    /// <param name="content">The file.</param>
    /// <param name="cancel">Gives up.</param>
    public DocumentOutcome Open(string name, string fileName, byte[] content, CancellationToken cancel)
    {
        if (ReaderOf(fileName) is not { } reader)
        {
            return new DocumentOutcome.Refused(RefusalReason.UnknownFormat);
        }

        return content.Length switch
        {
            0 => new DocumentOutcome.Refused(RefusalReason.Empty),
            > MostBytes => new DocumentOutcome.Refused(RefusalReason.TooLarge),
            _ => Watched(pulse => reader.Read(name, content, pulse), cancel),
        };
    }

    private IDocumentReader? ReaderOf(string fileName) =>
        _readers.Find(reader => reader.Endings.Any(ending => fileName.EndsWith(ending, StringComparison.OrdinalIgnoreCase)));

    private DocumentOutcome Watched(Func<ReadingPulse, DocumentOutcome> read, CancellationToken cancel)
    {
        var pulse = new ReadingPulse(time);
        var done = new TaskCompletionSource<DocumentOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => done.SetResult(Contained(read, pulse)), StackBytes) { IsBackground = true, Name = "document reader" };
        thread.Start();
        try
        {
            while (!done.Task.Wait(TimeSpan.FromMilliseconds(100), cancel))
            {
                if (pulse.Silence > LongestSilence)
                {
                    return new DocumentOutcome.Refused(RefusalReason.TooSlow);
                }
            }

            return done.Task.Result;
        }
        finally
        {
            pulse.GiveUp();
        }
    }

#pragma warning disable CA1031 // Readers stand on foreign parsers; whatever a damaged file makes them throw is the same news: it is damaged.
    private static DocumentOutcome Contained(Func<ReadingPulse, DocumentOutcome> read, ReadingPulse pulse)
    {
        try
        {
            return read(pulse) is var outcome && outcome is DocumentOutcome.Read { Document.Blocks.Count: 0 }
                ? new DocumentOutcome.Refused(RefusalReason.Empty)
                : outcome;
        }
        catch (DocumentTooLargeException)
        {
            return new DocumentOutcome.Refused(RefusalReason.TooLarge);
        }
        catch (Exception)
        {
            return new DocumentOutcome.Refused(RefusalReason.Broken);
        }
    }
#pragma warning restore CA1031
}
