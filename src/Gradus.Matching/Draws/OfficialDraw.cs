using System.Security.Cryptography;
using System.Text;
using Gradus.Matching.Instances;

namespace Gradus.Matching.Draws;

/// <summary>
/// A draw that anybody can repeat: each applicant's key is HMAC-SHA-256 of their id under a published seed, and the order is the order of the keys, equals by id.
/// It depends on nothing else, not the order of rows, the language or the machine, and an applicant can work out their own key.
/// HMAC: RFC 2104 and FIPS 198-1; after RFC 3797, “Publicly Verifiable Nominations Committee Random Selection”.
/// </summary>
public static class OfficialDraw
{
    /// <summary>An applicant's key: HMAC-SHA-256 of the id's UTF-8.</summary>
    public static byte[] Key(ReadOnlySpan<byte> seed, string applicant) => HMACSHA256.HashData(seed, Encoding.UTF8.GetBytes(applicant));

    /// <summary>The order of all applicants under a seed. O(n log n).</summary>
    public static ApplicantOrder Order(AllocationInstance instance, ReadOnlySpan<byte> seed)
    {
        var keys = new byte[instance.ApplicantCount][];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = HMACSHA256.HashData(seed, instance.Applicants.Utf8(i));
        }

        var numbers = ApplicantOrder.Numbers(keys.Length);
        Array.Sort(numbers, (one, other) =>
        {
            var byKey = keys[one].AsSpan().SequenceCompareTo(keys[other]);
            return byKey != 0 ? byKey : instance.Applicants.Utf8(one).SequenceCompareTo(instance.Applicants.Utf8(other));
        });
        return new ApplicantOrder(numbers);
    }
}

/// <summary>What is published before a draw: the inputs and the secret are fixed, and a public value nobody can know yet is named.</summary>
/// <param name="InputHash">SHA-256 of the instance's canonical bytes.</param>
/// <param name="SecretHash">SHA-256 of the secret.</param>
/// <param name="Beacon">Which future public value will be mixed in, such as a round of a randomness beacon, named exactly.</param>
public sealed record DrawCommitment(byte[] InputHash, byte[] SecretHash, string Beacon)
{
    /// <summary>Commits to inputs and a secret.</summary>
    public static DrawCommitment Commit(AllocationInstance instance, ReadOnlySpan<byte> secret, string beacon) =>
        new(instance.CanonicalHash(), SHA256.HashData(secret), beacon);
}

/// <summary>What is published after a draw: the secret, the public value, and the seed they give.</summary>
/// <param name="Secret">The secret committed to.</param>
/// <param name="BeaconValue">The public value, as its bytes.</param>
/// <param name="Seed">SHA-256 of secret, public value and input hash after one another.</param>
public sealed record DrawReveal(byte[] Secret, byte[] BeaconValue, byte[] Seed)
{
    /// <summary>
    /// The seed of a draw: SHA-256(secret ‖ public value ‖ input hash). Whoever holds the secret cannot choose it after the public value is known;
    /// whoever influences the public value does not know the secret.
    /// </summary>
    public static byte[] SeedOf(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> beaconValue, ReadOnlySpan<byte> inputHash) =>
        SHA256.HashData([.. secret, .. beaconValue, .. inputHash]);

    /// <summary>Reveals a draw.</summary>
    /// <exception cref="ArgumentException">The secret is not the one committed to.</exception>
    public static DrawReveal Reveal(DrawCommitment commitment, ReadOnlySpan<byte> secret, ReadOnlySpan<byte> beaconValue) =>
        SHA256.HashData(secret).AsSpan().SequenceEqual(commitment.SecretHash)
            ? new(secret.ToArray(), beaconValue.ToArray(), SeedOf(secret, beaconValue, commitment.InputHash))
            : throw new ArgumentException("The secret is not the one committed to.", nameof(secret));

    /// <summary>
    /// Checks a draw from what is published: inputs unchanged, secret as committed, seed as it must be. Returns what is wrong; <c>null</c> when nothing is.
    /// Whether the public value is the one named must be looked up where it was published; that the frozen list was right is not proved.
    /// </summary>
    public static string? Verify(AllocationInstance instance, DrawCommitment commitment, DrawReveal reveal)
    {
        if (!instance.CanonicalHash().AsSpan().SequenceEqual(commitment.InputHash))
        {
            return "the inputs are not the ones committed to";
        }

        if (!SHA256.HashData(reveal.Secret).AsSpan().SequenceEqual(commitment.SecretHash))
        {
            return "the secret is not the one committed to";
        }

        return SeedOf(reveal.Secret, reveal.BeaconValue, commitment.InputHash).AsSpan().SequenceEqual(reveal.Seed)
            ? null
            : "the seed does not follow from secret, public value and inputs";
    }
}
