using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace ArticleClean;

/// <summary>Asks for memory that is read soon, on machines that take such a hint.</summary>
internal static class NearCache
{
    /// <summary>Starts to fetch the two lines from an item on; should the collector move it meanwhile, the hint is lost and nothing else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Fetch<T>(in T item) where T : unmanaged
    {
        if (!Sse.IsSupported)
            return;
        byte* place = (byte*)Unsafe.AsPointer(in item);
        Sse.Prefetch0(place);
        if (sizeof(T) > Line)
            Sse.Prefetch0(place + Line);
    }

    private const int Line = 64;
}
