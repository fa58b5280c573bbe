using System.Runtime.CompilerServices;
using System.Text.Json;

namespace GrantsPortal.Publishing.Import;

/// <summary>Reads the objects of a package's "grants" list one at a time, however long the file is.</summary>
public static class GrantStream
{
    /// <summary>The grants, in order; throws <see cref="JsonException"/> when the file is not JSON or has no list of grants.</summary>
    public static async IAsyncEnumerable<JsonElement> Read(Stream file, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var buffer = new byte[1 << 16];
        var (filled, ended, place) = (0, false, new Place());
        while (!place.Done)
        {
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = await file.ReadAsync(buffer.AsMemory(filled), cancel);
            (filled, ended) = (filled + read, read == 0);
            var found = new List<JsonElement>();
            var used = Take(buffer.AsSpan(0, filled), ended, place, found);
            foreach (var grant in found)
            {
                yield return grant;
            }

            if (ended && !place.Done)
            {
                throw new JsonException(place.Found ? "The list of grants does not end." : "There is no list called \"grants\".");
            }

            buffer.AsSpan(used, filled - used).CopyTo(buffer);
            filled -= used;
        }
    }

    /// <summary>Takes the whole grants the bytes hold, and says how many bytes were used up.</summary>
    private static int Take(ReadOnlySpan<byte> bytes, bool last, Place place, List<JsonElement> found)
    {
        var start = place.Begun ? 0 : Preamble(bytes);
        place.Begun = true;
        var reader = new Utf8JsonReader(bytes[start..], last, place.State);
        while (!place.Done)
        {
            var before = reader;
            if (!reader.Read())
            {
                break;
            }

            if (!place.Found)
            {
                place.Found = place.Named && reader is { TokenType: JsonTokenType.StartArray, CurrentDepth: 1 };
                place.Named = reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && reader.ValueTextEquals("grants"u8);
            }
            else if (reader.TokenType == JsonTokenType.EndArray)
            {
                place.Done = true;
            }
            else
            {
                if (!JsonDocument.TryParseValue(ref reader, out var grant))
                {
                    reader = before;
                    break;
                }

                found.Add(grant.RootElement.Clone());
                grant.Dispose();
            }
        }

        place.State = reader.CurrentState;
        return start + (int)reader.BytesConsumed;
    }

    private static int Preamble(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;

    private sealed class Place
    {
        public JsonReaderState State { get; set; }

        public bool Begun { get; set; }

        public bool Named { get; set; }

        public bool Found { get; set; }

        public bool Done { get; set; }
    }
}
