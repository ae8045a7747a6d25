using Lucene.Net.Store;
using Microsoft.Win32.SafeHandles;

namespace CoachBot.Infrastructure.Search.Large;

/// <summary>
/// A folder of index files that are read at a position, with one call to the system and no lock. Lucene.Net's own way to do so
/// goes through a stream that asks for the file's length at each read, which was most of what a question cost.
/// </summary>
internal sealed class PositionalDirectory(string folder) : FSDirectory(new DirectoryInfo(folder), null)
{
    /// <inheritdoc />
    public override IndexInput OpenInput(string name, IOContext context)
    {
        EnsureOpen();
        var path = Path.Combine(Directory.FullName, name);
        return new Input(path, File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
    }

    /// <summary>An open file; its copies share the handle, which the first one closes.</summary>
    private sealed class Input(string path, SafeFileHandle file) : BufferedIndexInput(path)
    {
        private bool _isCopy;

        public override long Length { get; } = RandomAccess.GetLength(file);

        public override object Clone()
        {
            var copy = (Input)base.Clone();
            copy._isCopy = true;
            return copy;
        }

        protected override void ReadInternal(byte[] bytes, int offset, int count)
        {
            var wanted = bytes.AsSpan(offset, count);
            for (var at = Position; wanted.Length > 0;)
            {
                var read = RandomAccess.Read(file, wanted, at);
                if (read == 0)
                {
                    throw new EndOfStreamException($"{this} ends before {at + wanted.Length}.");
                }

                wanted = wanted[read..];
                at += read;
            }
        }

        // Position is where the next read starts; nothing has to be moved.
        protected override void SeekInternal(long position)
        {
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing && !_isCopy)
            {
                file.Dispose();
            }
        }
    }
}
