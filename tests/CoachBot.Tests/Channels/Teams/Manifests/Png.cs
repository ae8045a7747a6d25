using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace CoachBot.Tests.Channels.Teams.Manifests;

/// <summary>A PNG of eight bits a channel with or without transparency, as the icons are; just enough to look at its pixels.</summary>
internal sealed record Png(int Width, int Height, int Channels, byte[] Rows)
{
    public static Png Read(byte[] file)
    {
        var (width, height, channels) = (0, 0, 0);
        using var packed = new MemoryStream();
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var chunk = file.AsSpan(at + 8, length);
            switch (Encoding.ASCII.GetString(file, at + 4, 4))
            {
                case "IHDR":
                    (width, height, channels) = (BinaryPrimitives.ReadInt32BigEndian(chunk), BinaryPrimitives.ReadInt32BigEndian(chunk[4..]), chunk[9] == 6 ? 4 : 3);
                    break;
                case "IDAT":
                    packed.Write(chunk);
                    break;
            }

            at += 12 + length;
        }

        packed.Position = 0;
        using var unpacked = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionMode.Decompress))
        {
            zlib.CopyTo(unpacked);
        }

        return new Png(width, height, channels, Unfiltered(unpacked.ToArray(), width * channels, height, channels));
    }

    public IEnumerable<(byte Red, byte Green, byte Blue, byte Alpha)> Pixels()
    {
        for (var at = 0; at < Rows.Length; at += Channels)
        {
            yield return (Rows[at], Rows[at + 1], Rows[at + 2], Channels == 4 ? Rows[at + 3] : (byte)255);
        }
    }

    private static byte[] Unfiltered(byte[] raw, int stride, int height, int channels)
    {
        var rows = new byte[stride * height];
        for (var y = 0; y < height; y++)
        {
            var filter = raw[y * (stride + 1)];
            for (var x = 0; x < stride; x++)
            {
                var left = x >= channels ? rows[(y * stride) + x - channels] : 0;
                var up = y > 0 ? rows[((y - 1) * stride) + x] : 0;
                var corner = x >= channels && y > 0 ? rows[((y - 1) * stride) + x - channels] : 0;
                var guess = filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 };
                rows[(y * stride) + x] = (byte)(raw[(y * (stride + 1)) + 1 + x] + guess);
            }
        }

        return rows;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
