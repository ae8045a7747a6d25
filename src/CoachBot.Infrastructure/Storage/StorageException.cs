namespace CoachBot.Infrastructure.Storage;

/// <summary>The store can't be used as it is; the message says what to do and is shown to the person who starts the program.</summary>
public sealed class StorageException : Exception
{
    /// <summary>With what to do.</summary>
    public StorageException(string message)
        : base(message)
    {
    }

    /// <summary>With what to do and the cause.</summary>
    public StorageException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
