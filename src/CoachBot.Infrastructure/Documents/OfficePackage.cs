using System.IO.Compression;
using System.Xml;
using CoachBot.Core.Documents;

namespace CoachBot.Infrastructure.Documents;

/// <summary>
/// Looks through a Word, PowerPoint or Excel file before it is opened: every XML part is unpacked once through a counting
/// reader, so that zip bombs, endless parts and nesting without end are turned away while they are still a stream.
/// </summary>
internal static class OfficePackage
{
    private const int MostParts = 10_000;
    private const long MostUnpacked = 64L * 1024 * 1024;
    private const int DeepestNesting = 200;

    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>Why the file must not be opened; null when it may.</summary>
    public static RefusalReason? Refusal(byte[] content, ReadingPulse pulse)
    {
        if (content.AsSpan().StartsWith(OldOffice))
        {
            // An encrypted .docx is an old-style container around the real file; so is a .doc with a new name.
            return IsEncrypted(content) ? RefusalReason.Encrypted : RefusalReason.Broken;
        }

        using var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        return zip.Entries.Count > MostParts ? RefusalReason.TooLarge : CheckParts(zip, pulse);
    }

    private static RefusalReason? CheckParts(ZipArchive zip, ReadingPulse pulse)
    {
        var left = MostUnpacked;
        var parts = zip.Entries.Where(IsXml).ToList();
        if (parts.Sum(part => part.Length) > MostUnpacked)
        {
            return RefusalReason.TooLarge;
        }

        // What the zip says of itself may be a lie: what comes out is counted as well.
        foreach (var entry in parts)
        {
            using var counted = new CountedStream(entry.Open(), left, pulse);
            using var xml = XmlReader.Create(counted, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var nodes = 0;
            while (xml.Read())
            {
                if (xml.Depth > DeepestNesting)
                {
                    return RefusalReason.Broken;
                }

                if (++nodes % 4096 == 0)
                {
                    pulse.Beat();
                }
            }

            left = counted.Left;
        }

        return null;
    }

    private static bool IsXml(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static bool IsEncrypted(byte[] content) =>
        content.AsSpan().IndexOf(System.Text.Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;

    private sealed class CountedStream(Stream inner, long most, ReadingPulse pulse) : Stream
    {
        public long Left { get; private set; } = most;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            Left -= read;
            pulse.Beat();
            return Left < 0 ? throw new DocumentTooLargeException() : read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
