using System.Security.Cryptography;
using System.Text;
using CoachBot.Core.Installations;
using Microsoft.Extensions.Options;

namespace CoachBot.Infrastructure.Storage.Stores;

/// <summary>
/// Secrets sealed with AES-256-GCM: 12 bytes of nonce, 16 of tag, the cipher text. The name is sealed in, so that no row can take another's place.
/// </summary>
internal sealed class SecretStore(Database database, IOptions<StorageOptions> options, TimeProvider time) : ISecretStore
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <inheritdoc />
    public async Task<string?> ReadAsync(string name, CancellationToken cancel) =>
        await database.ReadFirstAsync(new("SELECT sealed FROM secrets WHERE name = $1", name), row => (byte[])row.GetValue(0), cancel) is { } box
            ? Open(name, box)
            : null;

    /// <inheritdoc />
    public Task WriteAsync(string name, string secret, CancellationToken cancel) => database.KeepAsync(cancel, new Statement(
        """
        INSERT INTO secrets (name, sealed, changed_at) VALUES ($1, $2, $3)
        ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed, changed_at = excluded.changed_at
        """,
        name, Seal(name, secret), time.GetUtcNow()));

    /// <inheritdoc />
    public Task RemoveAsync(string prefix, CancellationToken cancel) =>
        database.KeepAsync(cancel, new Statement("DELETE FROM secrets WHERE substr(name, 1, length($1)) = $1", prefix));

    private byte[] Seal(string name, string secret)
    {
        var clear = Encoding.UTF8.GetBytes(secret);
        var box = new byte[NonceLength + TagLength + clear.Length];
        var (nonce, tag, cipher) = Parts(box);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(Key(), TagLength);
        aes.Encrypt(nonce, clear, cipher, tag, Encoding.UTF8.GetBytes(name));
        return box;
    }

    private string Open(string name, byte[] box)
    {
        using var aes = new AesGcm(Key(), TagLength);
        try
        {
            var (nonce, tag, cipher) = Parts(box);
            var clear = new byte[cipher.Length];
            aes.Decrypt(nonce, cipher, tag, clear, Encoding.UTF8.GetBytes(name));
            return Encoding.UTF8.GetString(clear);
        }
        catch (Exception e) when (e is AuthenticationTagMismatchException or ArgumentOutOfRangeException)
        {
            throw new StorageException(StorageTexts.Format("WrongKey"), e);
        }
    }

    private static Sealed Parts(Span<byte> box) => new(box);

    private byte[] Key() => options.Value.SecretKey is { } key
        ? Convert.FromBase64String(key)
        : throw new StorageException(StorageTexts.Format("NoKey"));

    private readonly ref struct Sealed(Span<byte> box)
    {
        private readonly Span<byte> _box = box;

        public void Deconstruct(out Span<byte> nonce, out Span<byte> tag, out Span<byte> cipher)
        {
            nonce = _box[..NonceLength];
            tag = _box[NonceLength..(NonceLength + TagLength)];
            cipher = _box[(NonceLength + TagLength)..];
        }
    }
}
