namespace CoachBot.Core.Documents.Import;

/// <summary>A file to import.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Name">Its path relative to the folder that was named, with forward slashes; its file name when it was named itself.</param>
/// <param name="Bytes">Its size.</param>
public sealed record DocumentFile(string Path, string Name, long Bytes);

/// <summary>The disk, as the import sees it.</summary>
public interface IDocumentFiles
{
    /// <summary>The file of that path, or all files below the folder; none when there is neither.</summary>
    IReadOnlyList<DocumentFile> Find(string path);

    /// <summary>The file's content; null when the disk does not hand it out.</summary>
    byte[]? Read(DocumentFile file);
}
